internal import Findings
internal import Rules

/// Asks whether a value could be what its name promises. A password that a person made up may have
/// any shape but those of words and code; a token must look generated.
enum ShapeCheck {
  static func examine(_ trial: inout Trial) -> Verdict {
    guard trial.strength == .name, let meaning = trial.meaning else {
      if trial.strength == .family, trial.value.count < 4 {
        return .strike(.notASecret, "the value is too short")
      }
      if trial.strength == .family, isMemberOfObject(trial.value) {
        return .strike(.reference, "the value is an expression that names a member")
      }
      return .pass
    }
    if trial.fileKind == .lockfile {
      return .strike(.notASecret, "lists of packages hold digests")
    }
    if let shape = PlainShape.name(trial.value) {
      return .strike(.notASecret, "the value is \(shape)")
    }
    if ReferenceCheck.isPasswordHash(trial.value) {
      trial.doubt("the value is a password's hash, which can be guessed from")
      return .pass
    }
    if meaning == .uncertain, trial.fileKind == .log || trial.fileKind == .other,
      let notation = trial.notation, !notation.isLineStart, !notation.isQuoted,
      notation.mark != .structure
    {
      // Logs are full of `lock_api-9693de74…` and `jsapi.cpp:64127827…`.
      return .strike(.notASecret, "the name is uncertain, and nothing around it speaks for it")
    }
    let isMention = trial.notation?.mark == .mention
    if isMention {
      guard TokenShape.looksGenerated(trial.value, minimum: 20), hasDigits(trial.value, 3) else {
        return .strike(.notASecret, "the word is not followed by a generated value")
      }
      trial.confidence = .low
      trial.note("a word for a secret stands before the value")
      return .pass
    }
    switch meaning {
    case .password: return PasswordShape.examine(&trial)
    case .secret:
      if TokenShape.looksGenerated(trial.value, minimum: 16) { return generated(&trial) }
      if PasswordShape.isName(trial.value) {
        return .strike(.notASecret, "the value is a name")
      }
      return PasswordShape.examine(&trial)
    case .token, .apiKey:
      if TokenShape.looksGenerated(trial.value, minimum: minimum(trial)) {
        return generated(&trial)
      }
      return .strike(.notASecret, "the value does not look generated")
    case .authorization, .uncertain:
      if TokenShape.looksGenerated(trial.value, minimum: 16) {
        trial.note("the value looks generated")
        return .pass
      }
      return .strike(.notASecret, "the value does not look generated")
    }
  }

  /// How long a token is at least: 16, or 10 if a name in capitals or a parser leaves no doubt.
  private static func minimum(_ trial: Trial) -> Int {
    guard let notation = trial.notation, notation.isLineStart || notation.mark == .structure,
      ValueShape(trial.value).classes >= 2, ValueShape(trial.value).turns >= 4
    else { return 16 }
    return 10
  }

  private static func generated(_ trial: inout Trial) -> Verdict {
    trial.note("the value looks generated")
    return .pass
  }

  /// `+a.client.Configuration.Token`: names with dots between them, one of them in mixed case.
  private static func isMemberOfObject(_ value: [UInt8]) -> Bool {
    let names = value.drop { "+ \"'".utf8.contains($0) }.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return names.count > 1
      && names.allSatisfy { $0.first?.isLetter == true && $0.allSatisfy(\.isLetter) }
  }

  private static func hasDigits(_ value: [UInt8], _ count: Int) -> Bool {
    value.count(where: \.isDigit) >= count
  }
}
