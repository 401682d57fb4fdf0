internal import Findings

/// Judges values under names of passwords, by shape and not by entropy: people make up `kumquat-17`.
enum PasswordShape {
  /// No password policy asks for less, and shorter values are mostly something else.
  private static let shortest = 4
  /// Longer ones are texts, unless they were generated: registries give tokens for passwords.
  private static let longest = 256

  static func examine(_ trial: inout Trial) -> Verdict {
    let value = trial.value
    let shape = ValueShape(value)
    guard value.count >= shortest else { return .strike(.notASecret, "the value is too short") }
    guard value.count <= longest || TokenShape.looksGenerated(value, minimum: 16) else {
      return .strike(.notASecret, "the value is too long")
    }
    if value.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
      return .strike(.notASecret, "the value holds control characters")
    }
    if shape.isDigitsOnly {
      if value.count < 6 { return .strike(.notASecret, "the value is a number") }
      trial.doubt("the value is a number")
      return .pass
    }
    if shape.letters + shape.digits + shape.others == 0 {
      return .strike(.notASecret, "the value is made of punctuation")
    }
    // Random letters behind `auth_` may part like words.
    if SecretNaming.isIdentifier(value), !TokenShape.looksGenerated(value, minimum: 16) {
      return .strike(.notASecret, "the value names a secret instead of being one")
    }
    if shape.lowercase == 0, SecretNaming.isConstant(value) {
      return .strike(.notASecret, "the value is a constant's name")
    }
    if SecretNaming.isCamelCase(value) || isPathOfNames(value) {
      return .strike(.notASecret, "the value is an identifier")
    }
    if trial.notation?.isQuoted != true,
      isListOfNames(value, of: trial.notation?.isInString == true ? 2 : 3)
    {
      return .strike(.notASecret, "the value is a list of names")
    }
    if SecretNaming.isField(value) {
      return .strike(.notASecret, "the value names a secret and a field of it")
    }
    if shape.blanks > 0 { return phrase(&trial) }
    if shape.digits == 0, isLetters(value) { return letters(&trial, shape) }
    if isRule(value) { return .strike(.notASecret, "the value is a rule for values") }
    if value.last == UInt8(ascii: ":"), trial.notation?.isQuoted != true {
      return .strike(.notASecret, "the value is a part of a sentence")
    }
    if isProse(trial) { return .strike(.notASecret, "the value is a part of a sentence") }
    if isNumberedName(value) || isPairOfNames(value) {
      trial.confidence = .low
      trial.note("a name stands where a password is expected")
      return .pass
    }
    trial.note("a literal stands where a password is expected")
    return .pass
  }

  /// Whether a value is a name such as `my-app-secret-v1` or `db_credentials`: words with marks
  /// between them and at most one number.
  static func isName(_ value: [UInt8]) -> Bool {
    let shape = ValueShape(value)
    guard value.allSatisfy(\.isNameByte), shape.turns <= 2 else { return false }
    if shape.digits == 0 { return Wordiness.isWords(value) }
    let parts = value.split(whereSeparator: { !$0.isAlphanumeric })
    return parts.count >= 2
      && parts.allSatisfy { part in
        part.allSatisfy(\.isDigit)
          || (Wordiness.isWords(part) || part.count <= 3) && !isLeet(part)
      }
  }

  /// Whether a digit stands among letters as a letter would: `d3v`, `p4ss`. A few terms are
  /// written so.
  private static func isLeet(_ part: ArraySlice<UInt8>) -> Bool {
    let terms: [StaticString] = [
      "k8s", "i18n", "l10n", "a11y", "e2e", "p2p", "b2b", "b2c", "h2o", "d3d", "k3s", "f5ai",
    ]
    guard !terms.contains(where: { part.equals(ignoringCase: $0) }) else { return false }
    return part.indices.dropFirst().dropLast().contains { index in
      part[index].isDigit && part[index - 1].isLetter && part[index + 1].isLetter
    }
  }

  /// `adapter::Server`, `queue[signal]`: names of a program with its marks between them.
  private static func isPathOfNames(_ value: [UInt8]) -> Bool {
    guard let first = value.first, first.isNameStart, !value.contains(where: \.isDigit) else {
      return false
    }
    let isSubscript = value.last == UInt8(ascii: "]") && value.contains(UInt8(ascii: "["))
    return (isSubscript || value.contains(sequence: Array("::".utf8)))
      && value.allSatisfy { $0.isNameByte || ":[]".utf8.contains($0) } && Wordiness.isWords(value)
  }

  /// `handler_engine_9`, `order-session-v2`, `worker-1.queue`: words in lower case and one figure. Who
  /// makes up a password takes two figures or more.
  private static func isNumberedName(_ value: [UInt8]) -> Bool {
    let parts = value.split(whereSeparator: { !$0.isAlphanumeric })
    let words = parts.filter {
      $0.count > 2 && $0.allSatisfy(\.isLowercase) && Wordiness.isWords($0)
    }
    let numbers = parts.filter { $0.contains(where: \.isDigit) }
    return words.count > 1 && numbers.count == 1 && words.count + 1 == parts.count
      && (numbers[0].count == 1 || numbers[0].count == 2 && numbers[0].first == UInt8(ascii: "v"))
      && value.allSatisfy { $0.isNameByte }
  }

  /// `handler:panel`.
  private static func isPairOfNames(_ value: [UInt8]) -> Bool {
    let names = value.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return names.count == 2
      && names.allSatisfy { $0.count > 2 && $0.allSatisfy(\.isLowercase) && Wordiness.isWords($0) }
  }

  /// `pw_uid:pw_gid:pw_gecos`: the fields of a line, by their names.
  private static func isListOfNames(_ value: [UInt8], of least: Int) -> Bool {
    let names = value.split(separator: UInt8(ascii: ":"))
    return names.count >= least
      && names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == 0x5F } && $0.count > 1 }
  }

  private static func isLetters(_ value: [UInt8]) -> Bool {
    value.allSatisfy { $0.isLetter || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E || $0 >= 0x80 }
  }

  /// `required|min:8|confirmed`: what validators are told.
  private static func isRule(_ value: [UInt8]) -> Bool {
    let heads: [StaticString] = [
      "required", "nullable", "sometimes", "string", "bail", "confirmed", "optional", "present",
    ]
    let parts = value.split(separator: UInt8(ascii: "|"))
    // `confirmed:passwordConfirmation`.
    let name = parts.first?.split(separator: UInt8(ascii: ":")).first ?? []
    return (parts.count > 1 || name.count < value.count)
      && heads.contains { name.equals(ignoringCase: $0) }
  }

  /// Letters alone: a word that someone chose, a constant's name, or a part of a sentence.
  private static func letters(_ trial: inout Trial, _ shape: ValueShape) -> Verdict {
    let value = trial.value
    let isQuoted = trial.notation?.isQuoted == true
    if value.contains(0x5F), Wordiness.isWords(value) {
      return .strike(.notASecret, "the value is an identifier")
    }
    let secretWords: [StaticString] = ["password", "passwd", "passwort", "pwd", "secret", "token"]
    if secretWords.contains(where: { value.contains(ignoringCase: $0) }) {
      return .strike(.notASecret, "the value names a secret instead of being one")
    }
    if shape.lowercase == 0, !isQuoted {
      return .strike(.notASecret, "the value is a constant's name")
    }
    switch trial.notation?.mark {
    case .juxtaposition, .mention, .comparison:
      return .strike(.notASecret, "a word beside a word")
    default: break
    }
    if isProse(trial) { return .strike(.notASecret, "the value is a part of a sentence") }
    let word = String(decoding: value.lowercased, as: UTF8.self)
    if !isQuoted, trial.notation?.mark == .flag,
      trial.notation?.isFollowed == true || grammar.contains(word)
    {
      return .strike(.notASecret, "the option is spoken of, not used")
    }
    if nameServices.contains(word), trial.name == "passwd" {
      return .strike(.notASecret, "the value names a service of accounts")
    }
    if setupPasses.contains(word), trial.name == "pass" {
      return .strike(.notASecret, "the value names a pass of Windows Setup")
    }
    if !isQuoted, trial.fileKind == .log || trial.fileKind == .other,
      trial.notation?.mark == .colon, trial.notation?.isLineStart != true
    {
      return .strike(.notASecret, "the value is a word of a message")
    }
    if trial.notation?.isInString == true, trial.notation?.mark == .colon,
      trial.notation?.hasBlanks == false, shape.uppercase == 0
    {
      return .strike(.notASecret, "the value is a name in a space of names")
    }
    if isCamelCase(value), !isPassphrase(trial) {
      return .strike(.notASecret, "the value is an identifier")
    }
    trial.confidence = .low
    trial.note("a word stands where a password is expected")
    return .pass
  }

  /// `newValue`, `UserInput`: pronounceable parts, and no capitals side by side.
  private static func isCamelCase(_ value: [UInt8]) -> Bool {
    guard Wordiness.isWords(value), value.count < 40 else { return false }
    let pairs = zip(value, value.dropFirst())
    return pairs.contains { $0.isLowercase && $1.isUppercase }
      && !pairs.contains { $0.isUppercase && $1.isUppercase }
  }

  /// `CorrectHorseBatteryStaple`: four words or more in a file of settings, which has no identifiers
  /// of its own.
  private static func isPassphrase(_ trial: Trial) -> Bool {
    trial.fileKind == .configuration && trial.meaning == .password
      && trial.value.allSatisfy(\.isLetter) && trial.value.count(where: \.isUppercase) >= 4
  }

  /// Words with blanks between them: a passphrase has no grammar.
  private static func phrase(_ trial: inout Trial) -> Verdict {
    let words = trial.value.split(whereSeparator: \.isBlank).map { $0.lowercased }
    let isGrammar = words.contains { word in
      grammar.contains(String(decoding: word.filter(\.isLetter), as: UTF8.self))
    }
    let end = trial.value.last ?? 0
    if words.count < 3 || isGrammar || trial.notation?.isInBackticks == true
      || end == UInt8(ascii: ".") || end == UInt8(ascii: ":")
      || trial.notation?.isQuoted != true && trial.kind == .literal
        && trial.notation?.mark != .structure
      || trial.value.first?.isUppercase == true && words.count < 4
    {
      return .strike(.notASecret, "the value is a sentence")
    }
    trial.confidence = .low
    trial.note("words stand where a passphrase is expected")
    return .pass
  }

  /// A word without quotes that more words follow, on a line that is no assignment's.
  private static func isProse(_ trial: Trial) -> Bool {
    // The quotes of prose, which no reader of values knows.
    let marks: [[UInt8]] = [[0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D]]
    if trial.value.contains(0xE2), marks.contains(where: trial.value.contains(sequence:)) {
      return true
    }
    guard let notation = trial.notation, notation.isFollowed, !notation.isQuoted else {
      return false
    }
    switch notation.mark {
    case .colon, .equals:
      guard notation.hasBlanks else { return false }
      return ValueShape(trial.value).classes < 3
        || trial.fileKind == .code && isCompound(trial.value)
    default: return false
    }
  }

  /// `PKCS-12`, `8-PSK`: a word and a number with a hyphen between them.
  private static func isCompound(_ value: [UInt8]) -> Bool {
    let parts = value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { part in
        !part.isEmpty
          && (part.allSatisfy(\.isLetter) || part.allSatisfy(\.isDigit) && part.count < 4)
      }
  }

  /// Where accounts come from, in nsswitch.conf.
  private static let nameServices: Set = [
    "compat", "files", "systemd", "sss", "nis", "winbind", "ldap", "db",
  ]

  /// `<settings pass="windowsPE">`.
  private static let setupPasses: Set = [
    "windowspe", "offlineservicing", "generalize", "specialize", "auditsystem", "audituser",
    "oobesystem",
  ]

  private static let grammar: Set = [
    "option", "options", "command", "argument", "arguments", "parameter", "flag", "value",
    "description", "instead", "when", "which",
    "the", "a", "an", "is", "are", "was", "be", "to", "of", "in", "for", "from", "with", "and",
    "or",
    "not", "no", "your", "you", "my", "our", "this", "that", "it", "must", "should", "will", "can",
    "please", "enter", "password", "passwords", "passphrase", "token", "secret", "key", "user",
    "username", "at", "by", "on", "if", "as", "has", "have", "least", "characters", "field", "type",
    "confirm", "new", "old", "required", "invalid", "incorrect", "reset", "forgot", "change",
    "does", "do", "match", "requires", "needs", "need", "flags", "use", "set", "cannot", "contain",
    "login", "account", "email",
  ]
}
