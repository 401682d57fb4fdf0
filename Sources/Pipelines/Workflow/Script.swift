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
  private let environment: [String: [String]]
  private var known: [Int: [String]] = [:]

  private(set) lazy var commands = language.commands(in: text)
  /// Whether it reads a secret anywhere.
  private(set) lazy var readsSecrets = !secrets(in: text.indices, from: environment).isEmpty
  /// The secrets that variables hold, by the variables' names: those of its environment, and those
  /// that it sets itself.
  private(set) lazy var bound = readsSecrets ? withAssigned() : environment
  private lazy var map = source.map()

  init(
    _ source: ScalarSource, _ language: ScriptLanguage, place: String,
    environment: [String: [String]] = [:], trustsNames: Bool, hasSecrets: Bool
  ) {
    self.source = source
    self.language = language
    self.environment = environment
    self.trustsNames = trustsNames
    self.hasSecrets = hasSecrets
    self.place = place
    text = source.value
  }

  /// `NAME=$SECRET` hands a secret on within the script.
  private func withAssigned() -> [String: [String]] {
    var bound = environment
    guard language == .shell else { return bound }
    for command in commands {
      for word in command.words {
        guard let sign = text[word].firstIndex(of: .equals), sign > word.lowerBound,
          text[word.lowerBound..<sign].allSatisfy(\.isWord), text[word.lowerBound].isNameStart
        else { continue }
        let read = names(in: sign + 1..<word.upperBound, bound)
        if !read.isEmpty { bound[ShownText.bounded(text[word.lowerBound..<sign])] = read }
      }
    }
    return bound
  }

  /// The names of the secrets that a part reads from expressions and bound variables.
  private func names(in part: Range<Int>, _ bound: [String: [String]]) -> [String] {
    SecretReferences.inExpressions(of: Array(text[part]))
      + SecretReferences.variables(in: text[part], language).flatMap { bound[$0] ?? [] }
  }

  /// The file's bytes for a part of the script.
  func range(of part: Range<Int>) -> Range<Int> { source.range(of: part, map) }

  /// The secrets that a part of the script reads, in words: `secrets.X`, or `X` for a variable.
  func secrets(in part: Range<Int>) -> [String] {
    readsSecrets ? secrets(in: part, from: bound) : []
  }

  private func secrets(in part: Range<Int>, from bound: [String: [String]]) -> [String] {
    guard trustsNames || !bound.isEmpty || text.firstOffset(of: "secrets", from: 0) != nil else {
      return []
    }
    var found = SecretReferences.inExpressions(of: Array(text[part])).map { "secrets.\($0)" }
    for name in SecretReferences.variables(in: text[part], language) {
      if let secrets = bound[name] {
        found += secrets.map { "secrets.\($0) (as \(name))" }
      } else if trustsNames, SecretReferences.isSensitive(name) {
        found.append(name)
      }
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The secrets that a command reads: in its words, or in the text that it is given.
  func secrets(of command: ScriptCommand) -> [String] {
    let found = secrets(in: command.range)
    guard let body = command.body else { return found }
    return found + secrets(in: body).filter { !found.contains($0) }
  }

  /// A command's words without quotes.
  func words(_ command: ScriptCommand) -> [String] {
    if let words = known[command.range.lowerBound] { return words }
    let words = command.words.map { range in
      String(decoding: text[range].filter { !$0.isQuote }, as: UTF8.self)
    }
    known[command.range.lowerBound] = words
    return words
  }
}
