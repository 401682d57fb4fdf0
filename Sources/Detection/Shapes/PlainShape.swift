/// Shapes that are something else than a secret, under any name.
enum PlainShape {
  /// What a value is, such as "a path", or `nil` if its shape says nothing.
  static func name(_ value: [UInt8]) -> String? {
    let shape = ValueShape(value)
    if isURL(value) { return "a URL" }
    if mediaTypes.isAny(in: value) { return "a media type" }
    if isPath(value, shape) { return "a path or a file's name" }
    if isNumber(value, shape) { return "a number, a version or a date" }
    if VersionShape.isOne(value) { return "a version" }
    if isPort(value) { return "a port" }
    if isAlgorithm(value) { return "the name of an algorithm or an architecture" }
    if isMailAddress(value) { return "a mail address" }
    if isDigest(value) { return "a digest" }
    if image.isAny(in: value) { return "an image and its digest" }
    if isHardwareAddress(value) { return "an address of hardware" }
    if isOptions(value) { return "a list of options" }
    if !TokenShape.isNoise(value), isPattern(value) { return "a pattern or a format" }
    if value.hasPrefix("arn:") || value.hasPrefix("urn:") { return "the name of a resource" }
    if PodName.isOne(value) { return "the name of a pod" }
    if isEscape(value) { return "an escaped character" }
    if value.first == UInt8(ascii: "#"), [4, 7, 9].contains(value.count),
      value.dropFirst().allSatisfy(\.isHexDigit)
    {
      return "a colour"
    }
    return nil
  }

  /// `\xff`, `\f21b` of an icon's font.
  private static func isEscape(_ value: [UInt8]) -> Bool {
    guard value.first == UInt8(ascii: "\\"), (4...7).contains(value.count) else { return false }
    let digits = "xu".utf8.contains(value[1]) ? value.dropFirst(2) : value.dropFirst()
    return digits.allSatisfy(\.isHexDigit)
  }

  private static func isURL(_ value: [UInt8]) -> Bool {
    guard let colon = value.firstIndex(of: UInt8(ascii: ":")), colon > 1, colon < 24,
      value[colon...].hasPrefix("://")
    else { return false }
    return value[..<colon].allSatisfy { $0.isAlphanumeric || "+-.".utf8.contains($0) }
  }

  private static func isPath(_ value: [UInt8], _ shape: ValueShape) -> Bool {
    if value.hasPrefix("./") || value.hasPrefix("../") || value.hasPrefix("~/") { return true }
    if value.count > 3, value[0].isLetter, value[1] == UInt8(ascii: ":"),
      value[2] == UInt8(ascii: "\\")
    {
      return true
    }
    if shape.blanks == 0, let dot = value.lastIndex(of: UInt8(ascii: ".")), dot > 0 {
      let ending = value[(dot + 1)...].lowercased
      if endings.contains(String(decoding: ending, as: UTF8.self)),
        value[..<dot].allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "/") })
      {
        return true
      }
    }
    if value.count(where: { $0 == UInt8(ascii: "\\") }) > 1, isWindowsPath(value) { return true }
    let slashes = value.count { $0 == UInt8(ascii: "/") }
    guard slashes > 0, shape.blanks == 0 else { return false }
    guard value.allSatisfy({ $0.isNameByte || pathMarks.contains($0) }) else { return false }
    // Random characters do not make folders' names twice.
    if slashes > 1, value.split(separator: UInt8(ascii: "/")).count(where: isFolder) > 1 {
      return true
    }
    // `client.authentication.k8s.io/v1beta1`.
    let host = value.prefix { $0 != UInt8(ascii: "/") }
    if let dot = host.lastIndex(of: UInt8(ascii: ".")), dot > 2, value[0].isLowercase,
      topDomains.contains(String(decoding: host[(dot + 1)...], as: UTF8.self)),
      host.allSatisfy({ $0.isNameByte && !$0.isUppercase })
    {
      return true
    }
    if value[0] == UInt8(ascii: "/") {
      if slashes > 1, let root = value.split(separator: UInt8(ascii: "/")).first,
        roots.contains(String(decoding: root, as: UTF8.self))
      {
        return true
      }
      let isPlain =
        shape.uppercase + shape.digits == 0 && (slashes > 1 || shape.symbols == 1)
      return isPlain || Wordiness.isWords(value) && shape.turns <= 2
    }
    // base64 may hold a slash; names with slashes between them are words.
    return slashes >= 1 && shape.turns <= 1 && Wordiness.isWords(value)
  }

  /// Where the paths of Unix begin.
  private static let roots: Set = [
    "tmp", "etc", "var", "usr", "opt", "home", "run", "dev", "root", "srv", "mnt", "proc",
  ]

  /// What stands in paths beside names: in those of packages, of URLs and of templates, too.
  private static let pathMarks = ByteSet("/\\@+~:${}%=*,")

  /// `Modules\\Config1\\Config1.psm1`: names with backslashes between them, the last with an ending.
  private static func isWindowsPath(_ value: [UInt8]) -> Bool {
    let names = value.split(separator: UInt8(ascii: "\\"))
    guard names.count > 2 || names.last?.contains(UInt8(ascii: ".")) == true else { return false }
    return names.allSatisfy { $0.count > 1 && $0.allSatisfy(\.isNameByte) }
  }

  private static func isFolder(_ part: ArraySlice<UInt8>) -> Bool {
    part.count >= 3
      && part.allSatisfy { $0.isLowercase || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  private static let endings: Set = [
    "pem", "key", "crt", "cer", "cert", "p12", "pfx", "jks", "json", "yaml", "yml", "txt", "conf",
    "cfg", "ini", "env", "sh", "bash", "py", "js", "ts", "tsx", "jsx", "xml", "properties", "toml",
    "gpg", "asc", "pub", "md", "html", "htm", "php", "java", "go", "rb", "rs", "log", "tpl", "tmpl",
    "j2", "lock", "sql", "db", "csv", "zip", "tar", "gz", "tgz", "jar", "war", "c", "h", "cpp",
    "cs", "swift", "kt", "vue", "css", "scss", "svg", "png", "jpg", "kdbx", "keystore", "keytab",
    "age", "sock", "local", "com", "org", "net", "io", "service",
  ]

  private static let image = WordFinder(["@sha256:"])

  /// `00:25:90:00:d5:fb`, and the longer ones of IPv6 that are written out.
  private static func isHardwareAddress(_ value: [UInt8]) -> Bool {
    guard value.count(where: { $0 == UInt8(ascii: ":") }) >= 5 else { return false }
    return value.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).allSatisfy {
      (1...4).contains($0.count) && $0.allSatisfy(\.isHexDigit)
    }
  }

  /// `source=erlang-cookie,target=/var/lib/rabbitmq`: what options hold that hold options.
  private static func isOptions(_ value: [UInt8]) -> Bool {
    guard value.contains(UInt8(ascii: "=")), value.first?.isLowercase == true else { return false }
    let parts = value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let mounts: [StaticString] = ["source=", "src=", "target=", "id=", "type="]
    return parts.count > 1
      && parts.allSatisfy { part in
        let name = part.prefix { $0 != UInt8(ascii: "=") }
        return name.count > 1 && name.count + 1 < part.count && name.allSatisfy(\.isLowercase)
          && Wordiness.isWords(name)
      }
      // Where a comma ends the value.
      || mounts.contains { value.hasPrefix($0) } && PlainShape.isPlainName(value)
  }

  private static func isPlainName(_ value: [UInt8]) -> Bool {
    value.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: "=") }
      && !value.contains(where: \.isDigit)
  }

  /// `464/tcp`.
  private static func isPort(_ value: [UInt8]) -> Bool {
    let digits = value.prefix(while: \.isDigit)
    return (1...5).contains(digits.count) && value.dropFirst(digits.count).first == 0x2F
      && (3...5).contains(value.count - digits.count - 1)
      && value.dropFirst(digits.count + 1).allSatisfy(\.isLowercase)
  }

  private static let algorithms = PrefixFinder(
    [
      "aes/", "des/", "desede/", "rsa/", "blowfish/", "chacha20", "pbkdf2with", "pbewith",
      "hmacsha",
      "hmacmd5", "sha1with", "sha256with", "sha384with", "sha512with", "aes-128-", "aes-192-",
      "aes-256-", "aes128-", "aes256-", "des-ede3",
    ], ignoringCase: true)
  private static let names = PrefixFinder(
    [
      "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "argon2", "argon2i", "argon2id",
      "pbkdf2",
      "hs256", "hs512", "rs256", "rs512", "es256", "base64", "utf8", "utf-8", "utf16", "x509",
      "oauth2",
      "pkcs12", "pkcs8", "ed25519", "amd64", "arm64", "i386", "i686", "armhf", "armel", "x86_64",
      "aarch64", "ppc64el", "ppc64le",
      "s390x", "riscv64", "noarch", "win32", "win64", "linux64",
    ], ignoringCase: true)

  private static func isAlgorithm(_ value: [UInt8]) -> Bool {
    let length = value.last == UInt8(ascii: ".") ? value.count - 1 : value.count
    return names.first(in: value) { $0 == length } != nil || algorithms.isAny(in: value)
  }

  private static let topDomains: Set = [
    "com", "org", "net", "io", "dev", "de", "fr", "uk", "edu", "gov", "test", "local", "example",
    "invalid", "info", "eu", "us",
  ]

  /// `jane.doe@example.com`: what servers of files are given where they ask for nothing.
  static func isMailAddress(_ value: [UInt8]) -> Bool {
    guard value.contains(UInt8(ascii: "@")) else { return false }
    let halves = value.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard halves.count == 2, halves[0].count > 2, value.first?.isLetter == true,
      halves[0].allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "+") }),
      halves[1].allSatisfy({ $0.isLetter || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }),
      let dot = halves[1].lastIndex(of: UInt8(ascii: ".")), dot > halves[1].startIndex + 2
    else { return false }
    return topDomains.contains(String(decoding: halves[1][(dot + 1)...].lowercased, as: UTF8.self))
  }

  private static let numeric = ByteSet("0123456789.,:-+/_TZvxkKMGBsmhd%e ")

  private static func isNumber(_ value: [UInt8], _ shape: ValueShape) -> Bool {
    guard shape.digits > 0, shape.letters <= 4 else { return false }
    let unsigned = value.first == UInt8(ascii: "-") ? value.dropFirst() : value[...]
    if unsigned.hasPrefix("0x"), unsigned.dropFirst(2).allSatisfy(\.isHexDigit) { return true }
    guard value.allSatisfy(numeric.contains) else { return false }
    // Digits alone may be a password: its own rule decides.
    return !shape.isDigitsOnly
  }

  private static func isDigest(_ value: [UInt8]) -> Bool {
    digests.first(in: value) { length in
      value.count > length
        && (value[length] == UInt8(ascii: ":") || value[length] == UInt8(ascii: "-"))
    } != nil
  }

  private static let digests = PrefixFinder(
    ["sha1", "sha224", "sha256", "sha384", "sha512", "md5"], ignoringCase: true)

  private static let patternMarks = WordFinder(["[a-z", "[0-9", "(?:", "(?i", ".+)"])
  /// Marks that a made-up password may hold one of.
  private static let weakMarks = WordFinder(["[^", "\\d", "\\w", "\\s", ".*", ")?"])

  /// Regular expressions, `printf` formats, globs.
  static func isPattern(_ value: [UInt8]) -> Bool {
    if value.first == UInt8(ascii: "^"), value.last == UInt8(ascii: "$") { return true }
    // `\$6\$` of a test for hashes.
    if value.hasPrefix("\\$"), value.count < 16 { return true }
    if value.count(where: { $0 == UInt8(ascii: "*") }) >= 4 { return true }
    // `printf`'s letters, where no letter follows: percent-encoding and passwords go on.
    let isFormat =
      value.contains(UInt8(ascii: "%"))
      && value.indices.contains { index in
        value[index] == UInt8(ascii: "%") && index + 1 < value.count
          && "sdvq@".utf8.contains(value[index + 1])
          && (index + 2 == value.count || !value[index + 2].isAlphanumeric)
      }
    if patternMarks.isAny(in: value) { return true }
    let marks = weakMarks.find(in: value).nonzeroBitCount + (isFormat ? 1 : 0)
    return marks > 1 || marks == 1 && !isMadeUp(value)
  }

  /// Whether a value holds characters of all classes and no words, as what was made up or generated
  /// for a password does.
  static func isMadeUp(_ value: [UInt8]) -> Bool {
    let shape = ValueShape(value)
    return (8...256).contains(shape.count) && shape.classes == 4 && shape.blanks == 0
      && !Wordiness.isWords(value)
  }

  private static let mediaTypes = PrefixFinder([
    "application/", "text/", "image/", "multipart/", "audio/", "video/",
  ])
}
