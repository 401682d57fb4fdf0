/// Values that are too short to show that they were generated, in places that leave little doubt.
enum ShortToken {
  /// Whether a value of 8 to 15 letters and digits, under a name of a token or key, is no word, no
  /// name and no count.
  static func isOne(_ trial: Trial) -> Bool {
    guard let notation = trial.notation, trial.fileKind != .log, trial.fileKind != .translation,
      notation.isQuoted || notation.isLineStart || notation.mark == .structure,
      notation.mark != .juxtaposition, notation.mark != .comparison
    else { return false }
    let value = trial.value
    if isMadeUp(trial, notation) { return true }
    guard (8..<16).contains(value.count),
      value.allSatisfy({ $0.isAlphanumeric || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E })
    else { return false }
    let shape = ValueShape(value)
    guard shape.letters >= 2, shape.digits >= 2, !PasswordShape.isName(value) else { return false }
    return shape.turns >= 3 || shape.turns >= 2 && !Wordiness.isWords(value)
  }

  /// Whether a value in quotes, or one that a parser read, has all kinds of characters, in turn, as what
  /// people make up for a key to sign with.
  private static func isMadeUp(_ trial: Trial, _ notation: Notation) -> Bool {
    guard notation.isQuoted || notation.mark == .structure, !notation.isInBackticks,
      (10...40).contains(trial.value.count)
    else { return false }
    let shape = ValueShape(trial.value)
    return shape.classes == 4 && shape.blanks == 0 && shape.others == 0 && shape.turns >= 2
      && shape.symbols <= 4
      && trial.value.allSatisfy { $0.isAlphanumeric || signs.contains($0) }
      && !PasswordShape.isName(trial.value) && !Wordiness.isWords(trial.value)
  }

  private static let signs = ByteSet("!@#$%^&*?+=_-")

  /// Whether a value under the name `credentials` is a password by its make: three classes of
  /// characters, and no name or path.
  static func isCredential(_ trial: Trial) -> Bool {
    guard let notation = trial.notation, let name = trial.name, trial.fileKind != .log,
      notation.isLineStart, notation.mark == .equals || notation.mark == .structure,
      Array(name.utf8).contains(ignoringCase: "credential")
    else { return false }
    let shape = ValueShape(trial.value)
    return (8...64).contains(trial.value.count) && shape.blanks == 0 && shape.classes >= 3
      && shape.digits > 0 && !PasswordShape.isName(trial.value)
  }
}
