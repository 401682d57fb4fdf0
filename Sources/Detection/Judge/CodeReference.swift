/// Recognises lookups by their names and by the grammar of code.
enum CodeReference {
  /// Beginnings of values that name a store of secrets, or a variable of a pipeline.
  private static let prefixes = PrefixFinder(
    [
      "vault:", "ref+", "op://", "bws:", "sm://", "gcp:secret", "file:", "/run/secrets/",
      "secret://", "secrets://", "env:", "env.", "secrets.", "vars.", "steps.", "inputs.", "needs.",
      "github.", "matrix.", "var.", "local.", "data.", "module.", "params.", "parameters.",
      "aws-sm:", "awssm:", "keyvault:", "ssm:", "resolve:", "lookup(", "<path:",
      "@microsoft.keyvault(", "arn:aws:secretsmanager:", "arn:aws:ssm:", "arn:aws-cn:",
      "arn:aws-us-gov:", "process.env", "os.environ", "os.getenv", "system.getenv",
      "system.env", "import.meta.env", "settings.", "config.", "self.", "this.", "keyring:",
      "credentials(", "getenv", "projects/", "secretkeyref", "valuefrom", "lastpass:",
      "chamber:", "conjur:", "berglas://", "akv://", "kms://", "sops://", "urn:",
      "classpath:", "%env(", "env://", "secretsmanager:", "awsssm:", "gcpsm:", "$__file{", "@@{",
      "doppler:", "encrypted:", "encryptedfile:",
    ], ignoringCase: true)
  /// Tags of YAML, and words of tools, behind which no letter or digit follows: `!Ref Name`, but not
  /// `!Refresh77`.
  private static let tags = PrefixFinder(
    [
      "!ref", "!getatt", "!sub", "!importvalue", "!reference", "!env", "!secret", "!join",
      "!findinmap", "doppler",
    ], ignoringCase: true)

  /// Why a value is a lookup, or `nil` if it is none by its look.
  static func reason(_ trial: Trial) -> String? {
    let value = trial.value
    if prefixes.isAny(in: value) || isTagged(value) {
      return "the value names a store or a variable"
    }
    if isMark(value) { return "the value is to be replaced by a variable" }
    if isCipherList(value) { return "the value is a list of ciphers" }
    guard let notation = trial.notation, !notation.isQuoted, notation.mark != .element,
      notation.mark != .structure
    else {
      // A call within quotes, as in templates and in shells without a dollar.
      return isCall(value) && value.last == UInt8(ascii: ")") ? "the value is a call" : nil
    }
    if notation.isInTemplate { return "the value is an expression of a template" }
    if isName(value) { return "the value is a name for another value" }
    if trial.fileKind == .code { return codeReason(trial, notation) }
    if let first = value.first, "([{".utf8.contains(first) { return "the value is an expression" }
    if isCall(value) { return "the value is a call" }
    if isSubscript(value) { return "the value is looked up in a collection" }
    // `NAME=value` outside of code is a shell's or an environment file's: it has no members. Nor
    // have the values of a configuration, and people put dots before numbers: `blue.Tiger77`.
    let isLiteral =
      notation.mark == .equals && !notation.hasBlanks
      || trial.fileKind == .configuration && value.contains(where: \.isDigit)
    if !isLiteral, isPath(value) { return "the value is a member of something" }
    if let first = value.first, "&*@:".utf8.contains(first),
      value.dropFirst().allSatisfy({ $0.isLetter || $0 == 0x5F || $0 == 0x3A })
    {
      return "the value is a variable"
    }
    return isVariable(value, trial, notation) ? "the value is a variable" : nil
  }

  /// What a value without quotes is in a program: an expression, unless the text is data.
  private static func codeReason(_ trial: Trial, _ notation: Notation) -> String? {
    let signs = "&*~!@:\\"
    var value = trial.value.drop { signs.utf8.contains($0) }
    if let first = value.first, "([{+./?|=<>".utf8.contains(first) {
      return "the value is an expression"
    }
    guard !notation.isInString || isCall(Array(value)) else { return nil }
    while let last = value.last, ")]};,-".utf8.contains(last) { value = value.dropLast() }
    let core = Array(value)
    if isCall(core) { return "the value is a call" }
    if isComposite(core) { return "the value is made where it stands" }
    if isSubscript(core) { return "the value is looked up in a collection" }
    // `a.isWritable=a.isReadable=void 0`.
    let target = value.prefix { $0 != UInt8(ascii: "=") }
    let isMember = target.contains { ".:>".utf8.contains($0) } && isIdentifierPath(target)
    if isMember, !isGenerated(core) { return "the value is a member of something" }
    if value.count < trial.value.count, core.allSatisfy({ $0.isAlphanumeric || $0 == 0x5F }),
      value.first?.isNameStart == true, !isGenerated(core) || core.count < 24
    {
      return "the value is a variable"
    }
    return isVariable(trial.value, trial, notation) ? "the value is a variable" : nil
  }

  /// `@DB_PASSWORD`, `@DB_PASSWORD@`: what a template's tool fills in.
  private static func isMark(_ value: [UInt8]) -> Bool {
    guard value.count > 4, value[0] == UInt8(ascii: "@"), value[1].isUppercase else { return false }
    let name = value.last == UInt8(ascii: "@") ? value[1...].dropLast() : value[1...]
    return name.contains(0x5F) && name.allSatisfy { $0.isUppercase || $0.isDigit || $0 == 0x5F }
      && Wordiness.isWords(name)
  }

  /// `!aECDH:!KRB5-DES-CBC3-SHA`: what follows `!PSK:` in OpenSSL's lists.
  private static func isCipherList(_ value: [UInt8]) -> Bool {
    value.first == UInt8(ascii: "!") && value.contains(sequence: Array(":!".utf8))
  }

  /// `\&fetch_password` of Perl, `\App\Auth::class` of PHP, `scmVersion=` of a list of names.
  private static func isName(_ value: [UInt8]) -> Bool {
    if value.last == UInt8(ascii: "="), value.count < 40 {
      let name = value.dropLast()
      return name.first?.isNameStart == true && name.allSatisfy({ $0.isLetter || $0 == 0x5F })
        && Wordiness.isWords(name)
    }
    guard value.count > 2, value[0] == UInt8(ascii: "\\") else { return false }
    return value[1] == UInt8(ascii: "&") || value.suffix(7).elementsEqual("::class".utf8)
  }

  /// A bare identifier is a variable in code, and where the spelling is that of code.
  private static func isVariable(_ value: [UInt8], _ trial: Trial, _ notation: Notation) -> Bool {
    // What stands behind a command's option is text in every shell.
    guard value.first?.isNameStart == true, !notation.isInString, notation.mark != .flag,
      value.allSatisfy({ $0.isAlphanumeric || $0 == 0x5F })
    else { return false }
    if trial.fileKind == .code { return !isGenerated(value) || value.count < 24 }
    let isWord = value.allSatisfy { $0.isLetter || $0 == 0x5F }
    guard isWord, trial.fileKind != .configuration else { return false }
    if notation.isArgument { return true }
    return notation.mark == .comparison || notation.mark == .equals && notation.hasBlanks
  }

  /// `name(…`.
  private static func isCall(_ value: [UInt8]) -> Bool {
    guard let open = value.firstIndex(of: UInt8(ascii: "(")), open > 0 else { return false }
    return isIdentifierPath(value[..<open])
  }

  /// `Name{…`, `&Name{…`.
  private static func isComposite(_ value: [UInt8]) -> Bool {
    guard let open = value.firstIndex(of: UInt8(ascii: "{")), open > 1 else { return false }
    return isIdentifierPath(value[..<open].drop { "&*".utf8.contains($0) })
  }

  /// `name[…`.
  private static func isSubscript(_ value: [UInt8]) -> Bool {
    guard let open = value.firstIndex(of: UInt8(ascii: "[")), open > 0 else { return false }
    return isIdentifierPath(value[..<open])
  }

  /// `config.db.password`, `self->token`, `Settings::KEY`.
  private static func isPath(_ value: [UInt8]) -> Bool {
    guard
      value.contains(UInt8(ascii: ".")) || value.contains(UInt8(ascii: ">"))
        || value.contains(UInt8(ascii: ":"))
    else { return false }
    return isIdentifierPath(value[...]) && Wordiness.isWords(value) && !hasNumber(value)
  }

  /// `harbour.472`: no member's name begins with a digit, and the elements of lists have few.
  private static func hasNumber(_ value: [UInt8]) -> Bool {
    value.split(separator: UInt8(ascii: ".")).dropFirst().contains { part in
      part.first?.isDigit == true && (part.count > 2 || part.contains(where: \.isLetter))
    }
  }

  private static func isIdentifierPath(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, first.isNameStart || first == UInt8(ascii: "@") else {
      return false
    }
    var previous: UInt8 = 0
    for byte in value.dropFirst() {
      let isJoint =
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ">") && previous == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: "!")
      guard byte.isAlphanumeric || byte == 0x5F || isJoint else { return false }
      previous = byte
    }
    return true
  }

  private static func isTagged(_ value: [UInt8]) -> Bool {
    tags.first(in: value) { value.count == $0 || !value[$0].isAlphanumeric } != nil
  }

  private static func isGenerated(_ value: [UInt8]) -> Bool {
    TokenShape.looksGenerated(value, minimum: 16)
  }
}
