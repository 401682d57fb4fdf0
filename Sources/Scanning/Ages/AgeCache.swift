internal import Aging
internal import Digests
internal import Findings
internal import Git

/// Answers that are kept in the git directory for the next run (`leakage/ages`).
///
/// The file holds an HMAC of each question and its answer: commits, dates, numbers. Its key is the
/// user's own and lies elsewhere: whoever has the file alone can neither guess a value from it nor
/// write one that is believed. It counts only while all refs are the same; it may be deleted at any
/// time, and does not grow beyond 8 MiB. Nothing is kept of a history that is shallow or falsified, nor
/// of what could not be read, but for the blobs that a partial clone lacks.
struct AgeCache {
  private static let file = "ages"
  private static let title = Array("leakage ages 1\n".utf8)
  /// About 40,000 answers, of some 180 bytes each with their questions.
  private static let mostBytes = 8 << 20
  private static let questionLength = 16
  private static let digestLength = 32

  private let repository: Repository
  private let key: HMACSHA256
  /// What the answers depend on beside the questions: the refs.
  private let state: [UInt8]
  private let asOf: Timestamp

  /// The cache of a repository; `nil` without a key, or where the folder is not the user's own.
  ///
  /// - Parameter tool: the version of leakage: another one may answer otherwise.
  init?(
    _ repository: Repository, key: [UInt8]?, tips: Tips, state: HistoryState, asOf: Timestamp,
    tool: String
  ) {
    guard let key, !repository.isOwnedByAnother else { return nil }
    self.repository = repository
    self.key = HMACSHA256(key: key.span)
    self.asOf = asOf
    // What a partial clone lacks may be fetched at any time, as a new pack.
    let packs: [UInt8] = state.isPartial ? state.packs.flatMap { $0.bytes + [0 as UInt8] } : []
    let head = Array("state\0\(tool)\0\(repository.gitDirectory)\0".utf8)
    self.state = self.key.authenticate((head + packs + [0] + tips.identity).span).bytes
  }

  /// The answers, if all of them are known and hold at this moment.
  func answers(to questions: AgeQuestions) -> AgeAnswers? {
    guard let kept = read(), kept.last <= asOf.seconds, asOf.seconds < kept.next else { return nil }
    var answers = AgeAnswers(ages: [], commits: kept.commits, unsearched: kept.unsearched)
    for value in questions.values.indices {
      guard let bytes = kept.entries[question(value, of: questions)],
        let age = AgeRecord.age(bytes)
      else { return nil }
      answers.ages.append(age)
    }
    for key in questions.keys {
      guard let bytes = kept.entries[question(key, of: questions)],
        let rotation = AgeRecord.rotation(bytes)
      else { return nil }
      answers.rotations[key] = rotation
    }
    return answers
  }

  /// Answers by the names of their questions.
  typealias Entries = [[UInt8]: [UInt8]]

  /// What there is room for: all answers, or else those that were given now.
  ///
  /// - Parameter most: how many bytes they may take.
  /// - Returns: `nil` if those of now are too many by themselves.
  static func entries(_ own: Entries, beside older: Entries, atMost most: Int) -> Entries? {
    let all = older.merging(own) { _, new in new }
    return [all, own].first { entries in
      entries.reduce(0) { $0 + questionLength + 9 + $1.value.count } <= most
    }
  }

  /// Keeps answers, beside those that were kept under the same refs as long as there is room.
  func keep(_ answers: AgeAnswers, to questions: AgeQuestions, _ commits: ReachedCommits) {
    let turns = commits.turns(around: asOf, tolerance: PlausibleDate.tolerance)
    var entries: Entries = [:]
    for value in questions.values.indices {
      entries[question(value, of: questions)] = AgeRecord.bytes(of: answers.ages[value])
    }
    for key in questions.keys {
      entries[question(key, of: questions)] = AgeRecord.bytes(of: answers.rotations[key])
    }
    var body = state
    for number in [turns.last, turns.next, Int64(answers.commits)] {
      AgeRecord.append(number, to: &body)
    }
    AgeRecord.append(Int64(answers.unsearched.count), to: &body)
    for id in answers.unsearched { body += [UInt8(id.count)] + id.bytes }
    let known = read().map { ($0.last, $0.next) == turns ? $0.entries : [:] }
    let most = Self.mostBytes - Self.title.count - Self.digestLength - body.count
    guard let entries = Self.entries(entries, beside: known ?? [:], atMost: most) else { return }
    for (question, answer) in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      body += question
      AgeRecord.append(Int64(answer.count), to: &body)
      body += answer
    }
    repository.keep(Self.title + seal(body[...]) + body, as: Self.file)
  }

  private struct Kept {
    var last: Int64 = 0
    var next: Int64 = 0
    var commits = 0
    var unsearched: [ObjectID] = []
    var entries: Entries = [:]
  }

  /// What the file holds; `nil` if there is none, or none that this user wrote for these refs.
  private func read() -> Kept? {
    guard let bytes = repository.kept(Self.file, atMost: Self.mostBytes),
      bytes.starts(with: Self.title)
    else { return nil }
    let seal = bytes.dropFirst(Self.title.count).prefix(Self.digestLength)
    var rest = bytes.dropFirst(Self.title.count + Self.digestLength)
    guard rest.starts(with: state), self.seal(rest).elementsEqual(seal) else { return nil }
    rest = rest.dropFirst(state.count)
    guard let last = AgeRecord.number(&rest), let last, let next = AgeRecord.number(&rest),
      let next, let commits = AgeRecord.number(&rest), let commits
    else { return nil }
    var kept = Kept(last: last, next: next, commits: Int(commits))
    guard let count = AgeRecord.number(&rest), let count else { return nil }
    for _ in 0..<count {
      guard let length = rest.popFirst(), let id = ObjectID(bytes: rest.prefix(Int(length)))
      else { return nil }
      kept.unsearched.append(id)
      rest = rest.dropFirst(Int(length))
    }
    while !rest.isEmpty {
      let question = Array(rest.prefix(Self.questionLength))
      rest = rest.dropFirst(Self.questionLength)
      guard let length = AgeRecord.number(&rest), let length, length >= 0, length <= rest.count
      else { return nil }
      kept.entries[question] = Array(rest.prefix(Int(length)))
      rest = rest.dropFirst(Int(length))
    }
    return kept
  }

  /// Proof that the user's own run wrote what follows.
  private func seal(_ body: ArraySlice<UInt8>) -> [UInt8] {
    let text = Array("file\0".utf8) + body
    return key.authenticate(text.span).bytes
  }

  /// The name of the question how old a value is. The blobs and files that are known to hold it take
  /// part: they count among what holds it.
  private func question(_ value: Int, of questions: AgeQuestions) -> [UInt8] {
    let parts =
      questions.blobs[value].sorted().map(\.bytes) + questions.files[value].sorted().map(\.bytes)
    return questions.values[value].reveal { name([Array("age".utf8)] + parts + [$0]) }
  }

  /// The name of the question how often a named value was rotated.
  private func question(_ key: AgeQuestions.Key, of questions: AgeQuestions) -> [UInt8] {
    let parts = [Array("rotation".utf8), key.path.bytes, Array(key.name.utf8)]
    return questions.values[key.value].reveal { name(parts + [$0]) }
  }

  private func name(_ parts: [[UInt8]]) -> [UInt8] {
    var text = Array("question\0".utf8)
    // With their lengths, or the parts could be cut in other ways.
    for part in parts {
      AgeRecord.append(Int64(part.count), to: &text)
      text += part
    }
    return Array(key.authenticate(text.span).bytes.prefix(Self.questionLength))
  }
}
