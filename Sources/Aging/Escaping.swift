/// How values are written inside quotes and addresses.
enum Escaping {
  /// With backslashes, as in JSON and in double-quoted YAML: before `"` and `\`, and for line ends
  /// and tabs.
  static func backslashes(_ value: [UInt8]) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): Array(#"\n"#.utf8)
      case UInt8(ascii: "\r"): Array(#"\r"#.utf8)
      case UInt8(ascii: "\t"): Array(#"\t"#.utf8)
      default: [byte]
      }
    }
  }

  /// With each `'` doubled, as in single-quoted YAML.
  static func apostrophes(_ value: [UInt8]) -> [UInt8] {
    value.flatMap { $0 == UInt8(ascii: "'") ? [$0, $0] : [$0] }
  }

  /// With percent signs, as in an address (RFC 3986): every byte that is not unreserved.
  static func percents(_ value: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return value.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        [byte]
      default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}
