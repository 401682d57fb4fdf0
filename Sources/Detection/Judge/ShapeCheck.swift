internal import Findings
internal import Rules

/// Asks whether a value could be what its name promises. A password that a person made up may have
/// any shape but those of words and code; a token must look generated.
enum ShapeCheck {
  static func examine(_ trial: inout Trial) -> Verdict {
    if trial.rule.detector == .named { return beside(trial) }
    guard trial.strength == .name, let meaning = trial.meaning else {
      if trial.strength == .family, trial.value.count < 4 {
        return .strike(.notASecret, "the value is too short")
      }
      if trial.strength == .family, isMemberOfObject(trial.value) {
        return .strike(.reference, "the value is an expression that names a member")
      }
      if trial.strength == .family { return family(&trial) }
      return isSymbol(trial)
        ? .strike(.notASecret, "the value is words in the shape of a token") : .pass
    }
    if trial.fileKind == .lockfile {
      return .strike(.notASecret, "lists of packages hold digests")
    }
    if let verdict = InterfaceText.examine(&trial, meaning) { return verdict }
    if trial.value.contains(ignoringCase: "aws4_request") {
      return .strike(.notASecret, "the value is the scope of a signature")
    }
    // `"…password: " -u foo "…"`: the quotes close one text and open the next.
    if trial.notation?.isQuoted == true, trial.value.first?.isBlank == true {
      return .strike(.notASecret, "the value stands between two texts in quotes")
    }
    if repeatsName(trial) { return .strike(.notASecret, "the value repeats its name") }
    if let shape = PlainShape.name(trial.value) {
      return .strike(.notASecret, "the value is \(shape)")
    }
    if ReferenceCheck.isPasswordHash(trial.value) {
      trial.doubt("the value is a password's hash, which can be guessed from")
      return .pass
    }
    if meaning == .uncertain, trial.fileKind == .log || trial.fileKind == .other,
      let notation = trial.notation, !notation.isLineStart, !notation.isQuoted,
      !notation.isWholeLine, notation.mark != .structure
    {
      // Logs are full of `lock_api-9693de74…` and `jsapi.cpp:64127827…`.
      return .strike(.notASecret, "the name is uncertain, and nothing around it speaks for it")
    }
    if let verdict = sentence(&trial, meaning) { return verdict }
    if trial.notation?.mark == .mention {
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
      if SecretNaming.isResource(trial.value) {
        return .strike(.notASecret, "the value is the name of a resource")
      }
      if TokenShape.looksGenerated(trial.value, minimum: 16) { return generated(&trial) }
      if PasswordShape.isName(trial.value) {
        return .strike(.notASecret, "the value is a name")
      }
      return PasswordShape.examine(&trial)
    case .token, .apiKey:
      if RequestToken.isOne(trial) {
        return .strike(.notASecret, "the value makes one request known again, and opens nothing")
      }
      if TokenShape.looksGenerated(trial.value, minimum: minimum(trial)) {
        return generated(&trial)
      }
      if ShortToken.isOne(trial) {
        trial.confidence = .low
        trial.note("a short value of letters and digits stands where a token is expected")
        return .pass
      }
      return .strike(.notASecret, "the value does not look generated")
    case .authorization, .uncertain, .bare:
      if let password = pairedPassword(trial) {
        trial.narrow(to: Array(trial.value[password...]), at: password)
        trial.note("the value is a user and a password")
        return .pass
      }
      if meaning == .uncertain, TokenShape.isUUID(trial.value) {
        return .strike(.notASecret, "the name does not say secret, and a UUID names things")
      }
      if meaning == .uncertain, isListOfNames(trial.value) {
        return .strike(.notASecret, "the value is a list of names")
      }
      if meaning == .uncertain, ShortToken.isCredential(trial) {
        trial.confidence = .low
        trial.note("a made-up value stands where credentials are expected")
        return .pass
      }
      if TokenShape.looksGenerated(trial.value, minimum: 16) {
        trial.note("the value looks generated")
        return .pass
      }
      return .strike(.notASecret, "the value does not look generated")
    }
  }

  /// A value of a family's shape is what stands at a place for a password.
  private static func family(_ trial: inout Trial) -> Verdict {
    guard !trial.value.hasPrefix("-----BEGIN") else { return .pass }
    if trial.fileKind == .translation, !InterfaceText.isToken(trial.value) {
      return .strike(.notASecret, "the file holds the texts of a user interface")
    }
    if SecretNaming.isConstant(trial.value) {
      return .strike(.notASecret, "the value is a constant's name")
    }
    if PlainShape.isMailAddress(trial.value) {
      return .strike(.notASecret, "the value is a mail address")
    }
    if PlainShape.isPattern(trial.value) {
      return .strike(.notASecret, "the value is a pattern or a format")
    }
    if SecretNaming.isIdentifier(trial.value),
      !TokenShape.looksGenerated(trial.value, minimum: 16)
    {
      if trial.value.contains(0x5F), trial.value.allSatisfy({ $0.isLowercase || $0 == 0x5F }) {
        return .strike(.notASecret, "the value names a secret instead of being one")
      }
      trial.confidence = .low
      trial.note("the value names a secret and may be one")
    }
    return .pass
  }

  /// Whether a value of a provider's shape is letters that read like words, or a compiler's name for
  /// a symbol.
  private static func isSymbol(_ trial: Trial) -> Bool {
    guard (16...128).contains(trial.value.count) else { return false }
    return trial.value.allSatisfy(\.isLetter) && Wordiness.isWords(trial.value)
      || MangledName.isOne(trial.value)
  }

  /// A value of a provider's shape, which has nothing of its own: it must look generated too.
  private static func beside(_ trial: Trial) -> Verdict {
    if trial.fileKind == .lockfile {
      return .strike(.notASecret, "lists of packages hold digests")
    }
    // Numbers are random in their way: their names and lengths have to do.
    if trial.value.allSatisfy(\.isDigit) || TokenShape.looksGenerated(trial.value, minimum: 8) {
      return .pass
    }
    if SecretNaming.isResource(trial.value) {
      return .strike(.notASecret, "the value is the name of a resource")
    }
    // The name and the shape agree, so only what reads like words speaks against it.
    let shape = ValueShape(trial.value)
    let isWords = Wordiness.pairs(trial.value).all >= 4 && Wordiness.isWords(trial.value)
    let isMixed = shape.digits > 0 || shape.uppercase > 1 && shape.lowercase > 1
    if isMixed, shape.classes >= 2, !isWords, Entropy.bitsPerByte(trial.value) >= 2.5 {
      return .pass
    }
    return .strike(.notASecret, "the value does not look generated")
  }

  /// How long a token is at least: 16, or 10 if a name in capitals or a parser leaves no doubt.
  private static func minimum(_ trial: Trial) -> Int {
    guard let notation = trial.notation, notation.isLineStart || notation.mark == .structure,
      ValueShape(trial.value).classes >= 2, ValueShape(trial.value).turns >= 4
    else { return 16 }
    return 10
  }

  /// Words that are followed by a value without a mark of assignment, or a sentence that ends in
  /// one.
  private static func sentence(_ trial: inout Trial, _ meaning: NameMeaning) -> Verdict? {
    guard let notation = trial.notation else { return nil }
    let shape = ValueShape(trial.value)
    let isMadeUp =
      shape.digits > 0 && shape.letters > 0 && shape.blanks == 0
      && !PasswordShape.isName(trial.value) && !SecretNaming.isConstant(trial.value)
      && (shape.classes >= 3 || shape.turns >= 3)
    switch notation.mark {
    case .mention where isFingerprint(trial.value):
      return .strike(.notASecret, "the value is a key's fingerprint")
    case .mention where meaning == .uncertain && TokenShape.isUUID(trial.value):
      return .strike(.notASecret, "the name does not say secret, and a UUID names things")
    case .colon where isVerdict(trial, notation):
      return .strike(.notASecret, "the word says how a test ended")
    case .mention where names(trial, "credential"):
      return .strike(.notASecret, "credentials are mentioned by their ids")
    case .sentence:
      let isToken = meaning == .token || meaning == .apiKey
      guard isMadeUp, meaning != .uncertain, meaning != .authorization,
        !isToken || TokenShape.looksGenerated(trial.value, minimum: 16)
      else {
        return .strike(.notASecret, "the sentence does not end in a made-up value")
      }
      trial.note("a sentence about a secret ends in the value")
      return .pass
    case .mention where meaning == .password && notation.isLineStart && notation.isLast:
      guard isMadeUp, shape.count >= 6 else { return nil }
      trial.note("a directive gives the value")
      return .pass
    case .mention where meaning == .password && notation.isLast:
      // `Logging in as ci with password …`: no word has all kinds of characters.
      guard isMadeUp, shape.count >= 8, ValueShape(trial.value.dropLast()).classes >= 4 else {
        return nil
      }
      trial.confidence = .low
      trial.note("a sentence about a password ends in the value")
      return .pass
    default: return nil
    }
  }

  private static func names(_ trial: Trial, _ word: StaticString) -> Bool {
    trial.name.map { Array($0.utf8).contains(ignoringCase: word) } ?? false
  }

  /// `--- PASS: TestName`, `the tests pass: …`.
  private static func isVerdict(_ trial: Trial, _ notation: Notation) -> Bool {
    guard notation.hasBlanks, let name = trial.name, name.utf8.count == 4 else { return false }
    return name == "PASS" && trial.fileKind != .configuration
  }

  /// OpenPGP's key ids and fingerprints, as they are printed.
  private static func isFingerprint(_ value: [UInt8]) -> Bool {
    [16, 32, 40].contains(value.count)
      && value.allSatisfy { $0.isDigit || (0x41...0x46).contains($0) }
  }

  /// `highpass: "highpass"`, `password = "db_password"` of a field called `db_password`.
  private static func repeatsName(_ trial: Trial) -> Bool {
    guard let name = trial.name.map({ Array($0.utf8) }) else { return false }
    let value = trial.value
    // `NEO4J_AUTH_PASSWORD = "neo4j.auth.password"`.
    let (word, letters) = (value.lazy.filter(\.isAlphanumeric), name.lazy.filter(\.isAlphanumeric))
    // Words of other scripts have none.
    if !word.isEmpty, word.elementsEqual(letters, by: { $0.lowercased == $1.lowercased }) {
      return true
    }
    if value.count <= name.count {
      return name.suffix(value.count).elementsEqual(value) { $0.lowercased == $1.lowercased }
    }
    // `{readpassphrase.3 => readpassphrase.3bsd}`.
    return name.contains(UInt8(ascii: "."))
      && value.starts(with: name) { $0.lowercased == $1.lowercased }
  }

  /// Where the password of `user:password` begins under a name such as `auth` or `credentials`.
  private static func pairedPassword(_ trial: Trial) -> Int? {
    guard let notation = trial.notation, notation.isQuoted || notation.isLineStart,
      let name = trial.name, !Array(name.utf8).contains(ignoringCase: "key"),
      let colon = trial.value.firstIndex(of: UInt8(ascii: ":")), (2...60).contains(colon),
      trial.value[..<colon].allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "@") })
    else { return nil }
    let password = Array(trial.value[(colon + 1)...])
    let shape = ValueShape(password)
    guard (6...64).contains(password.count), shape.letters > 0, shape.digits > 0,
      shape.blanks == 0, password[0] != UInt8(ascii: "/"), !password.contains(UInt8(ascii: ":")),
      shape.classes >= 3 || TokenShape.looksGenerated(password, minimum: 12),
      !PasswordShape.isName(password), PlainShape.name(password) == nil
    else { return nil }
    return colon + 1
  }

  /// `SrcK8S_Namespace,DstK8S_Namespace`.
  private static func isListOfNames(_ value: [UInt8]) -> Bool {
    let names = value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return names.count > 1
      && names.allSatisfy { name in
        name.first?.isNameStart == true && name.allSatisfy(\.isNameByte)
          && Wordiness.isWords(name)
      }
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
