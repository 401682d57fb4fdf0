internal import Findings

/// A script of a step, with what its checks want to know. What it says is made out when a check asks:
/// most scripts have nothing to do with secrets.
final class Script {
  let text: [UInt8]
  let language: ScriptLanguage
  /// Whether `$NAME` alone tells that a secret is read, as where the system's store fills variables.
  let trustsNames: Bool
  /// Whether the job has any secret beside its own token.
  var hasSecrets: Bool
  /// The step or job in words.
  let place: String
  private let source: ScalarSource
  private let environment: SecretVariables
  /// The words of the commands, as far as they were asked for. Not lazy, which would copy it each time.
  private var known: [[String]?] = []

  private(set) lazy var commands = language.commands(in: text)
  /// Whether an expression may read the store.
  private lazy var mentionsStore = text.firstOffset(of: "secrets", from: 0) != nil
  /// Whether it reads a secret anywhere. Quotes are not looked at, so that it is true too often.
  private(set) lazy var readsSecrets: Bool = {
    var found = NameList()
    collect(text.indices, isWord: false, from: environment, &found)
    return !found.all.isEmpty
  }()
  /// The secrets that variables hold: those of its environment, and those that it sets itself.
  private(set) lazy var bound = readsSecrets ? withAssigned() : environment
  /// Of each command, whether what it writes into a pipe is printed in the end.
  private(set) lazy var arePrinted = printedPipes()
  private lazy var map = source.map()

  init(
    _ source: ScalarSource, _ language: ScriptLanguage, place: String,
    environment: SecretVariables = SecretVariables(), trustsNames: Bool, hasSecrets: Bool
  ) {
    self.source = source
    self.language = language
    self.environment = environment
    self.trustsNames = trustsNames
    self.hasSecrets = hasSecrets
    self.place = place
    text = source.value
  }

  /// The file's bytes for a part of the script.
  func range(of part: Range<Int>) -> Range<Int> { source.range(of: part, map) }

  /// A command's words without quotes.
  func words(_ command: ScriptCommand) -> [String] {
    if known.isEmpty { known = Array(repeating: nil, count: commands.count) }
    if let words = known[command.index] { return words }
    let words = command.words.map { range in
      let word = text[range]
      return word.contains(where: \.isQuote)
        ? String(decoding: word.filter { !$0.isQuote }, as: UTF8.self)
        : String(decoding: word, as: UTF8.self)
    }
    known[command.index] = words
    return words
  }
}

// MARK: - Secrets

extension Script {
  /// The secrets that a command reads, in words: `secrets.X`, or `X` for a variable. Those of its words
  /// count, and those of the text that it is given.
  func secrets(of command: ScriptCommand) -> [String] {
    guard readsSecrets else { return [] }
    var found = NameList()
    for word in command.words { collect(word, isWord: true, from: bound, &found) }
    if let body = command.body {
      collect(body.range, isWord: false, expands: body.expands, from: bound, &found)
    }
    return found.all
  }

  /// The secrets that are read by one word, or by what is set before a command.
  func secrets(in words: [Range<Int>]) -> [String] {
    guard readsSecrets else { return [] }
    var found = NameList()
    for word in words { collect(word, isWord: true, from: bound, &found) }
    return found.all
  }

  private func collect(
    _ part: Range<Int>, isWord: Bool, expands: Bool = true, from bound: SecretVariables,
    _ found: inout NameList
  ) {
    if mentionsStore {
      for name in SecretReferences.inExpressions(of: text, in: part) {
        found.add("secrets.\(name)")
      }
    }
    guard expands, trustsNames || !bound.isEmpty else { return }
    for name in SecretReferences.variables(in: text[part], language, isWord: isWord) {
      let secrets = bound[name]
      for secret in secrets { found.add("secrets.\(secret) (as \(name))") }
      if secrets.isEmpty, trustsNames, SecretReferences.isSensitive(name) { found.add(name) }
    }
  }

  /// `NAME=$SECRET` hands a secret on within the script.
  private func withAssigned() -> SecretVariables {
    guard language == .shell else { return environment }
    var bound = environment.withOwn()
    for command in commands {
      for word in command.settings + command.words {
        guard let sign = text[word].firstIndex(of: .equals), sign > word.lowerBound,
          text[word.lowerBound..<sign].allSatisfy(\.isWord), text[word.lowerBound].isNameStart
        else { continue }
        var read = NameList()
        for name in SecretReferences.inExpressions(of: text, in: sign + 1..<word.upperBound) {
          read.add(name)
        }
        for name in SecretReferences.variables(
          in: text[(sign + 1)..<word.upperBound], language, isWord: true)
        {
          for secret in bound[name] { read.add(secret) }
        }
        if !read.all.isEmpty {
          bound.set(ShownText.bounded(text[word.lowerBound..<sign]), to: read.all)
        }
      }
    }
    return bound
  }

  /// Read from the last command to the first: sort, tee, grep and the like hand on what they are given.
  private func printedPipes() -> [Bool] {
    var printed = [Bool](repeating: false, count: commands.count)
    for command in commands.reversed() {
      guard let reader = command.reader, reader < commands.count else { continue }
      let next = commands[reader]
      let words = words(next)
      guard let name = words.first,
        ["sort", "tee", "cat", "grep", "less", "base64", "head"].contains(name),
        !words.contains("-q"), next.targets.isEmpty
      else { continue }
      printed[command.index] = !next.isPiped || printed[next.index]
    }
    return printed
  }
}
