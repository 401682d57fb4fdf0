internal import Findings

/// Tells values that stand among the texts of a user interface from such texts: `password=Kennwort`.
enum InterfaceText {
  /// What a value is there; `nil` for one that the other checks may judge.
  static func examine(_ trial: inout Trial, _ meaning: NameMeaning) -> Verdict? {
    guard trial.fileKind == .translation, !isToken(trial.value) else { return nil }
    guard meaning == .password, isMadeUp(trial.value) else {
      return .strike(.notASecret, "the file holds the texts of a user interface")
    }
    trial.confidence = .low
    trial.note("a made-up value stands among the texts of a user interface")
    return .pass
  }

  /// Whether a value is a token. Long words of some languages look generated, but hold no digits.
  static func isToken(_ value: [UInt8]) -> Bool {
    value.count(where: \.isDigit) >= 2 && TokenShape.looksGenerated(value, minimum: 16)
  }

  /// Letters and at least two digits, and no blank.
  private static func isMadeUp(_ value: [UInt8]) -> Bool {
    let shape = ValueShape(value)
    return value.count >= 6 && shape.digits >= 2 && shape.letters >= 2 && shape.blanks == 0
      && shape.others == 0 && !PasswordShape.isName(value) && PlainShape.name(value) == nil
  }
}
