internal import Aging
internal import Findings
internal import Git

/// Says since when each value has been exposed, and when it was last rotated.
struct AgeStage {
  let histories: Histories
  let pool: WorkerPool
  let scope: AgeScope
  let asOf: Timestamp
  /// A private key for what is kept for the next run; without one nothing is.
  let cacheKey: [UInt8]?
  /// The version of leakage.
  let tool: String
  /// What is said of authors.
  let authors: AuthorNaming

  private var search: ObjectSearch { ObjectSearch(histories: histories, pool: pool) }
  private var tracing: HistoryTracing { HistoryTracing(histories: histories, search: search) }

  /// Fills in the ages of findings and their members. Nothing is read unless a repository has
  /// findings.
  func apply(to findings: inout [Finding]) {
    guard scope != .none else { return }
    for root in Set(findings.map(\.location.origin.root)).sorted() {
      guard let repository = histories.repository(of: root) else { continue }
      let questions = AgeQuestions(findings, root: root)
      guard !questions.values.isEmpty, let answers = answers(to: questions, repository, root)
      else { continue }
      answers.fill(&findings, questions, root: root)
      do throws(GitError) {
        try authors.fill(&findings, root: root, repository)
      } catch {
        histories.tell(.failure(error), root: root)
      }
    }
    forEach(&findings) { finding in
      guard let time = finding.location.place.time else { return }
      finding.age = Age(since: time, basis: .logLine, isAtHead: finding.age?.isAtHead)
    }
  }

  private func answers(
    to questions: AgeQuestions, _ repository: Repository, _ root: Int
  ) -> AgeAnswers? {
    guard scope == .full, !histories.isWholeHistory(of: root),
      let tips = try? histories.tips(of: root), let state = tracing.soundState(repository, tips)
    else { return wholeAnswers(to: questions, root) }
    let cache = AgeCache(
      repository, key: cacheKey, tips: tips, state: state, asOf: asOf, tool: tool)
    if let known = cache?.answers(to: questions) {
      tell(known, state, root)
      return known
    }
    guard let commits = histories.reachedCommits(of: root),
      let answers = tracedAnswers(to: questions, commits, repository, state, root)
    else { return wholeAnswers(to: questions, root) }
    tell(answers, state, root)
    if answers.mayBeKept { cache?.keep(answers, to: questions, commits) }
    return answers
  }

  /// Tells what reading the history would tell.
  private func tell(_ answers: AgeAnswers, _ state: HistoryState, _ root: Int) {
    histories.count(commits: answers.commits, of: root)
    histories.tellTruncation(state, root: root)
    for id in answers.unsearched { histories.tellUnsearched(id, root: root) }
    if answers.ages.contains(where: { $0.since != nil && $0.commits == nil }) {
      histories.tellUncounted(root: root)
    }
  }

  /// Answers from those commits that touch a value or a named file.
  private func tracedAnswers(
    to questions: AgeQuestions, _ commits: ReachedCommits, _ repository: Repository,
    _ state: HistoryState, _ root: Int
  ) -> AgeAnswers? {
    let told = histories.told
    guard let store = try? histories.store(of: root),
      let read = try? repository.headTree(of: store), read.problems.isEmpty
    else { return nil }
    let head = read.entries
    var files: [Path: ObjectID] = [:]
    for entry in head where !entry.mode.isSubmodule { files[entry.path] = entry.id }
    let holders = holders(of: questions, root, files: { files[$0] }, where: nil, missing: [])
    guard
      let traced = tracing.trace(
        commits, of: root, state, holders: holders, paths: Set(questions.keys.map(\.path)),
        head: head)
    else { return nil }
    // What was told on the way would have to be told by later runs, too; and what a repository lacks
    // that ought to be whole may be put right without any ref being moved.
    let mayBeKept = histories.told == told && (traced.missing.isEmpty || state.isPartial)
    // Perhaps git can read what the store lacks; what was told does not matter if it can.
    let search = ValueSearch(questions.values)
    let others = self.search.read(traced.missing, .blob, of: root) { ValueVisitor(search) }
    guard others?.allSatisfy({ $0.searched == 0 }) == true else { return nil }
    let held = HeldValues(holders, in: traced.history, known: questions.blobs)
    var answers = answers(to: questions, root, traced.history, held, traced.holdings)
    answers.unsearched = traced.missing
    answers.mayBeKept = mayBeKept
    return answers
  }

  /// Answers from the whole history.
  private func wholeAnswers(to questions: AgeQuestions, _ root: Int) -> AgeAnswers? {
    guard let history = histories.history(of: root) else { return nil }
    let configuration = scope == .config ? Set(history.configurationBlobs) : nil
    // Of these git says why they cannot be searched.
    let missing =
      configuration.map { histories.missing(of: root, among: Array($0)) }
      ?? histories.missing(of: root, history)
    let holders = holders(
      of: questions, root, files: history.headBlob,
      where: configuration.map { wanted in { wanted.contains($0) } }, missing: missing)
    // A blob that no commit names dates nothing, unless a finding stands in it.
    let held = HeldValues(holders, in: history, known: questions.blobs)
    let holdings = scope == .full ? tracing.holdings(of: holders, held, root: root) : nil
    return answers(to: questions, root, history, held, holdings)
  }

  private func answers(
    to questions: AgeQuestions, _ root: Int, _ history: History, _ held: HeldValues,
    _ holdings: [HistoryTrace.Holding]?
  ) -> AgeAnswers {
    var answers = AgeAnswers(
      ages: Ages(history, asOf: asOf).ages(of: held), commits: history.commits.count)
    for index in answers.ages.indices where answers.ages[index].since != nil {
      answers.ages[index].commits = holdings?[index].commits
      answers.ages[index].branches = holdings?[index].branches
    }
    let rotations = histories.rotations(of: root, in: history)
    for key in questions.keys where answers.ages[key.value].removed == nil {
      answers.rotations[key] = questions.values[key.value].reveal { current in
        rotations?.rotation(of: key.name, in: key.path, current: current)
      }
    }
    return answers
  }

  /// The blobs that hold each of the values.
  ///
  /// - Parameter files: the blob of a file of HEAD.
  private func holders(
    of questions: AgeQuestions, _ root: Int, files: (Path) -> ObjectID?,
    where isWanted: ((ObjectID) -> Bool)?, missing: [ObjectID]
  ) -> [Set<ObjectID>] {
    let search = ValueSearch(questions.values)
    let visitors = self.search.visit(.blob, of: root, where: isWanted, missing: missing) {
      ValueVisitor(search)
    }
    var holders = [Set<ObjectID>](repeating: [], count: questions.values.count)
    for visitor in visitors {
      for (value, blob) in visitor.found { holders[value].insert(blob) }
    }
    for index in holders.indices {
      if holders[index].isEmpty { holders[index] = Set(questions.files[index].compactMap(files)) }
      holders[index].formUnion(questions.blobs[index])
    }
    return holders
  }

  private func forEach(_ findings: inout [Finding], _ body: (inout Finding) -> Void) {
    for index in findings.indices where findings[index].isSecret {
      for member in findings[index].members.indices { body(&findings[index].members[member]) }
      body(&findings[index])
    }
  }
}
