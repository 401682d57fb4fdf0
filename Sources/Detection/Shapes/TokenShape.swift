internal import Rules

/// Tells generated values from names, words and numbers.
enum TokenShape {
  /// Whether a value looks generated: long enough, no blanks, and somewhere in it a stretch of
  /// letters and digits that no person would write.
  static func looksGenerated(_ value: [UInt8], minimum: Int) -> Bool {
    let shape = ValueShape(value)
    if isNoise(value) { return true }
    guard value.count >= minimum, shape.blanks == 0, shape.others == 0,
      shape.letters > 0, !isURL(value)
    else { return false }
    if isUUID(value) { return true }
    // Words that were encoded for a URL.
    if value.contains(ignoringCase: "%20") { return false }
    guard shape.symbols * 3 <= value.count else { return false }
    guard Entropy.bitsPerByte(value) >= (value.count >= 16 ? 2.5 : 2.2) else { return false }
    let stretches = value.split(whereSeparator: { !isTokenByte($0) })
    return stretches.contains { isRandom(Array($0), within: value.count) }
      || value.count >= 20 && isGrouped(stretches)
  }

  /// Groups as of a licence key: `665HK-12ABC-EF34X`. None is a word, and digits are among them.
  private static func isGrouped(_ groups: [ArraySlice<UInt8>]) -> Bool {
    groups.count >= 3
      && groups.allSatisfy { group in
        group.count >= 4 && !group.allSatisfy(\.isLowercase)
      }
      && groups.count { $0.contains(where: \.isDigit) && $0.contains(where: \.isLetter) } >= 2
  }

  /// Whether a value is long and drawn from all printable characters, as the keys and salts are
  /// that WordPress and Django make. Patterns are far more regular.
  static func isNoise(_ value: [UInt8]) -> Bool {
    guard value.count >= 40, value.count <= 256 else { return false }
    let shape = ValueShape(value)
    guard shape.classes == 4, shape.others == 0, shape.blanks * 8 < value.count,
      shape.symbols >= 6, shape.turns >= 4
    else { return false }
    let signs: [StaticString] = ["(?", ".*", "\\d", "\\w", "\\s", "://", "](", "{{", "${", "a-z"]
    return Entropy.bitsPerByte(value) >= 4.7
      && !signs.contains { value.contains(ignoringCase: $0) }
  }

  /// Whether a value is 8-4-4-4-12 hexadecimal digits.
  static func isUUID(_ value: [UInt8]) -> Bool {
    guard value.count == 36 else { return false }
    return value.enumerated().allSatisfy { index, byte in
      [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : byte.isHexDigit
    }
  }

  /// Whether a value has the length and the letters of a digest of MD5, SHA-1 or SHA-256, or of a UUID:
  /// both name things where nothing says that they are secret.
  static func namesThings(_ value: ArraySlice<UInt8>) -> Bool {
    [32, 40, 64].contains(value.count) && value.allSatisfy(\.isHexDigit) || isUUID(Array(value))
  }

  private static func isURL(_ value: [UInt8]) -> Bool {
    value.prefix(16).contains(ignoringCase: "://")
  }

  /// Letters, digits and base64's own: what one random stretch is made of.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "=")
  }

  /// `DBProxyEndpoints`: few humps, where random letters have many.
  private static func isCamelCase(_ letters: [UInt8]) -> Bool {
    let humps = SecretNaming.parts(of: letters)
    return humps.count > 1 && humps.count * 4 <= letters.count
  }

  private static func isRandom(_ stretch: [UInt8], within total: Int) -> Bool {
    let shape = ValueShape(stretch)
    guard stretch.count >= min(12, total) else {
      // Groups of a longer value, as in `A1B2C-D3E4F-…`, count together by their digits.
      return total >= 20 && stretch.count >= 5 && shape.turns >= 3
    }
    guard shape.letters > 0 else { return false }
    let (pairs, common) = Wordiness.pairs(stretch)
    if shape.digits == 0 {
      return stretch.count >= 16 && pairs >= 6 && common * 10 < pairs * 7
        && !(common * 2 >= pairs && isCamelCase(stretch))
    }
    // Hexadecimal digits have few letters to judge by, but figures and letters in turn.
    if shape.isHexadecimal { return shape.turns >= 2 && shape.digits >= 3 }
    if shape.turns >= max(4, stretch.count / 5) { return true }
    if pairs < 4 { return shape.turns >= 3 }
    return common * 4 < pairs * 3
  }
}
