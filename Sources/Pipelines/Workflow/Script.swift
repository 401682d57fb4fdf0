internal import Findings

/// A script of a step, with what its checks want to know.
struct Script {
  let text: [UInt8]
  let commands: [ShellCommand]
  /// The secrets that variables of its environment hold, by the variables' names.
  let bound: [String: [String]]
  /// Whether `$NAME` alone tells that a secret is read, as where the system's store fills variables.
  let trustsNames: Bool
  /// Whether the job has any secret beside its own token.
  let hasSecrets: Bool
  /// The step or job in words.
  let place: String
  private let source: ScalarSource
  private let map: OffsetMap

  init(
    _ source: ScalarSource, place: String, bound: [String: [String]] = [:], trustsNames: Bool,
    hasSecrets: Bool
  ) {
    self.source = source
    text = source.value
    map = source.map()
    commands = ShellCommand.commands(of: text)
    self.bound = bound
    self.trustsNames = trustsNames
    self.hasSecrets =
      hasSecrets
      || trustsNames
        && SecretReferences.variables(in: text[...]).contains(where: SecretReferences.isSensitive)
    self.place = place
  }

  /// The file's bytes for a part of the script.
  func range(of part: Range<Int>) -> Range<Int> { source.range(of: part, map) }

  /// The secrets that a part of the script reads, in words: `secrets.X`, or `X` for a variable.
  func secrets(in part: Range<Int>) -> [String] {
    var found = SecretReferences.inExpressions(of: Array(text[part])).map { "secrets.\($0)" }
    for name in SecretReferences.variables(in: text[part]) {
      if let secrets = bound[name] {
        found += secrets.map { "secrets.\($0) (as \(name))" }
      } else if trustsNames, SecretReferences.isSensitive(name) {
        found.append(name)
      }
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A command's words without quotes, in small letters where `isLower`.
  func words(_ command: ShellCommand) -> [String] {
    command.words.map { range in
      String(decoding: text[range].filter { !$0.isQuote }, as: UTF8.self)
    }
  }
}
