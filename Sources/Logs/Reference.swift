/// Tells a lookup that was printed before anyone resolved it.
enum Reference {
  /// Whether the whole value is `$NAME`, `${…}`, `${{ … }}`, `$(NAME)` or `%NAME%`.
  ///
  /// A name without brackets must be in capitals: `$ecret` is a password.
  static func isReference(_ value: [UInt8]) -> Bool {
    guard value.count >= 3, let last = value.last else { return false }
    switch (value[0], value[1], last) {
    case (UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "}")):
      return !value[2..<value.count - 1].contains(Byte.newline)
        && (value[2] == UInt8(ascii: "{") || isName(value[2..<value.count - 1]))
    case (UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")")):
      return isName(value[2..<value.count - 1])
    case (UInt8(ascii: "%"), _, UInt8(ascii: "%")):
      return isCapitalName(value[1..<value.count - 1])
    case (UInt8(ascii: "$"), _, _):
      return isCapitalName(value[1...])
    default:
      return false
    }
  }

  /// Whether the bytes are a name in capitals, as CI systems and shells export them.
  static func isCapitalName(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count >= 2 else { return false }
    return (Byte.isUppercase(first) || first == UInt8(ascii: "_"))
      && bytes.allSatisfy {
        Byte.isUppercase($0) || Byte.isDigit($0) || $0 == UInt8(ascii: "_")
      }
  }

  /// Whether the bytes are a name, dots and dashes allowed.
  private static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, !Byte.isDigit(first) else { return false }
    return bytes.allSatisfy {
      Byte.isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
  }
}
