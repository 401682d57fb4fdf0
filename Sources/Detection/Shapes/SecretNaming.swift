/// Names of secrets that stand where one would expect their values: of fields, of variables, of
/// resources that hold them.
enum SecretNaming {
  private static let words: Set = [
    "password", "passwd", "passphrase", "pwd", "secret", "secrets", "token", "tokens", "key",
    "keys",
    "apikey", "credential", "credentials", "cred", "creds", "auth", "cert", "certs", "tls",
  ]

  /// Whether a value is an identifier with a word for a secret in it, such as `oauth2ClientSecret`,
  /// `x-api-key` and `V1SecretVolumeSource`. People's passwords end in digits or signs.
  static func isIdentifier(_ value: [UInt8]) -> Bool {
    guard value.count <= 64, let first = value.first, let last = value.last, first.isLetter,
      last.isLetter, value.allSatisfy(\.isNameByte), isWordy(value)
    else { return false }
    let parts = parts(of: value)
    return parts.count > 1 && parts.allSatisfy(isPart) && hasWord(parts)
  }

  /// Whether a value names a secret of a store and one of its fields: `registry-credentials:password`.
  static func isField(_ value: [UInt8]) -> Bool {
    let parts = value.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, value.count <= 96, parts[0].count > 3,
      parts[0].allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "/") }), isWordy(Array(parts[0]))
    else { return false }
    return words.contains(String(decoding: parts[1].lowercased, as: UTF8.self))
  }

  /// Whether a value is an identifier of at least three humps with a figure inside:
  /// `moduleInternal3Name`.
  static func isCamelCase(_ value: [UInt8]) -> Bool {
    guard value.count <= 48, value.first?.isLetter == true, value.last?.isLetter == true,
      value.contains(where: \.isDigit), value.allSatisfy(\.isAlphanumeric), isWordy(value)
    else { return false }
    let parts = parts(of: value)
    return parts.count > 2 && parts.allSatisfy { isPart($0) && $0.count > 2 }
  }

  /// Whether a value is the name of a resource: `mysql-ssl-certs`, `app-token-mnep5`: words in lower
  /// case with hyphens between them.
  static func isResource(_ value: [UInt8]) -> Bool {
    guard value.count <= 64, value.first?.isLowercase == true,
      value.allSatisfy({ $0.isLowercase || $0.isDigit || $0 == UInt8(ascii: "-") })
    else { return false }
    let parts = parts(of: value)
    guard parts.count > 2 else { return false }
    let isNamed = hasWord(parts)
    let heads = isNamed ? parts.dropLast() : parts[...]
    return heads.allSatisfy(isPart) && (isNamed || isWordy(value))
  }

  /// Whether a value is the name of a constant or of an environment variable: `ERR_NOT_VERIFIED`.
  static func isConstant(_ value: [UInt8]) -> Bool {
    guard value.contains(UInt8(ascii: "_")),
      value.allSatisfy({ $0.isUppercase || $0.isDigit || $0 == UInt8(ascii: "_") })
    else { return false }
    let parts = value.split(separator: UInt8(ascii: "_"))
    let isLong = parts.count > 2 && parts.count { $0.count > 2 && $0.allSatisfy(\.isLetter) } > 1
    return (isLong || hasWord(parts.map { Array($0.lowercased)[...] })) && isWordy(value)
  }

  /// Letters, with at most two digits before or behind them, or digits alone.
  private static func isPart(_ part: ArraySlice<UInt8>) -> Bool {
    let letters = part.drop(while: \.isDigit).prefix(while: \.isLetter)
    let digits = part.count - letters.count
    guard
      letters.startIndex - part.startIndex + letters.count + part.suffix(while: \.isDigit)
        >= part.count
    else { return false }
    return digits <= 2 || letters.isEmpty && digits <= 4
  }

  private static func hasWord(_ parts: [ArraySlice<UInt8>]) -> Bool {
    parts.contains { part in
      words.contains(String(decoding: part.filter(\.isLetter).lowercased, as: UTF8.self))
    }
  }

  private static func isWordy(_ value: [UInt8]) -> Bool {
    let (all, common) = Wordiness.pairs(value)
    return all > 2 && common * 5 >= all * 3
  }

  /// The parts of an identifier: what stands between marks, and the humps of camel case.
  static func parts(of value: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    for piece in value.split(whereSeparator: { !$0.isAlphanumeric }) {
      var start = piece.startIndex
      for place in piece.indices.dropFirst() {
        let isHump =
          piece[place].isUppercase && !piece[place - 1].isUppercase
          || piece[place].isLowercase && piece[place - 1].isUppercase && place - 1 > start
            && piece[place - 2].isUppercase
        guard isHump else { continue }
        let end = piece[place].isUppercase ? place : place - 1
        parts.append(piece[start..<end])
        start = end
      }
      parts.append(piece[start...])
    }
    return parts
  }
}

extension ArraySlice<UInt8> {
  /// How many bytes at the end are of a kind.
  fileprivate func suffix(while isKind: (UInt8) -> Bool) -> Int {
    var count = 0
    for byte in reversed() {
      guard isKind(byte) else { break }
      count += 1
    }
    return count
  }
}
