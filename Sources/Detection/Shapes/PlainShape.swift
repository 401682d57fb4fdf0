/// Shapes that are something else than a secret, under any name.
enum PlainShape {
  /// What a value is, such as "a path", or `nil` if its shape says nothing.
  static func name(_ value: [UInt8]) -> String? {
    let shape = ValueShape(value)
    if isURL(value) { return "a URL" }
    if isMediaType(value) { return "a media type" }
    if isPath(value, shape) { return "a path or a file's name" }
    if isNumber(value, shape) { return "a number, a version or a date" }
    if isDigest(value) { return "a digest" }
    if !TokenShape.isNoise(value), isPattern(value) { return "a pattern or a format" }
    if value.hasPrefix("arn:") { return "the name of a resource" }
    if value.first == UInt8(ascii: "#"), [4, 7, 9].contains(value.count),
      value.dropFirst().allSatisfy(\.isHexDigit)
    {
      return "a colour"
    }
    return nil
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
    let slashes = value.count { $0 == UInt8(ascii: "/") }
    guard slashes > 0, shape.blanks == 0 else { return false }
    // Random characters do not make folders' names twice.
    if slashes > 1, value.split(separator: UInt8(ascii: "/")).count(where: isFolder) > 1 {
      return true
    }
    if value[0] == UInt8(ascii: "/") {
      let isPlain =
        shape.uppercase + shape.digits == 0 && (slashes > 1 || shape.symbols == 1)
      return isPlain || Wordiness.isWords(value) && shape.turns <= 2
    }
    // base64 may hold a slash; names with slashes between them are words.
    return slashes >= 1 && shape.turns <= 1 && Wordiness.isWords(value)
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

  private static let numeric = ByteSet("0123456789.,:-+/_TZvxkKMGBsmhd%e ")

  private static func isNumber(_ value: [UInt8], _ shape: ValueShape) -> Bool {
    guard shape.digits > 0, shape.letters <= 4 else { return false }
    if value.hasPrefix("0x"), value.dropFirst(2).allSatisfy(\.isHexDigit) { return true }
    guard value.allSatisfy(numeric.contains) else { return false }
    // Digits alone may be a password: its own rule decides.
    return !shape.isDigitsOnly
  }

  private static func isDigest(_ value: [UInt8]) -> Bool {
    let heads: [StaticString] = ["sha1", "sha224", "sha256", "sha384", "sha512", "md5"]
    return heads.contains { head in
      let length = head.utf8CodeUnitCount
      guard value.count > length, value.prefix(length).equals(ignoringCase: head) else {
        return false
      }
      return value[length] == UInt8(ascii: ":") || value[length] == UInt8(ascii: "-")
    }
  }

  private static let patternMarks = WordFinder([
    "[a-z", "[0-9", "[^", "\\d", "\\w", "\\s", "(?:", "(?i", ".*", ".+)",
  ])

  /// Regular expressions, `printf` formats, globs.
  private static func isPattern(_ value: [UInt8]) -> Bool {
    if value.first == UInt8(ascii: "^"), value.last == UInt8(ascii: "$") { return true }
    if value.count(where: { $0 == UInt8(ascii: "*") }) >= 4 { return true }
    // `printf`'s letters, where no letter follows: percent-encoding and passwords go on.
    let isFormat = value.indices.contains { index in
      value[index] == UInt8(ascii: "%") && index + 1 < value.count
        && "sdvq@".utf8.contains(value[index + 1])
        && (index + 2 == value.count || !value[index + 2].isAlphanumeric)
    }
    return isFormat || patternMarks.isAny(in: value)
  }

  private static func isMediaType(_ value: [UInt8]) -> Bool {
    let heads: [StaticString] = [
      "application/", "text/", "image/", "multipart/", "audio/", "video/",
    ]
    return heads.contains { value.hasPrefix($0) }
  }
}
