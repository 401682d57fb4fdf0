/// ASCII classes of a byte; other bytes belong to none.
extension UInt8 {
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isUppercase: Bool { self &- 0x41 < 26 }
  @inline(__always) var isLowercase: Bool { self &- 0x61 < 26 }
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
  @inline(__always) var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 }
  @inline(__always) var isNewline: Bool { self == 0x0A || self == 0x0D }
  @inline(__always) var isQuote: Bool { self == 0x22 || self == 0x27 || self == 0x60 }
  @inline(__always) var lowercased: UInt8 { isUppercase ? self | 0x20 : self }

  /// Whether the byte may be part of a name: letters, digits, `_`, `-` and `.`.
  @inline(__always) var isNameByte: Bool {
    isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ".")
  }
}

extension Sequence<UInt8> {
  /// The bytes with ASCII letters in lower case.
  var lowercased: [UInt8] { map(\.lowercased) }
}

extension Collection<UInt8> {
  /// Whether the bytes begin with a text.
  func hasPrefix(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { wanted in
      // Most answers are known from the first byte.
      guard count >= wanted.count, unsafe first == wanted.first || wanted.isEmpty else {
        return false
      }
      return unsafe starts(with: wanted)
    }
  }

  /// Whether the bytes are a text, but for the case of ASCII letters; `text` is in lower case.
  func equals(ignoringCase text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      guard count == wanted.count, unsafe first?.lowercased == wanted.first else { return false }
      return unsafe elementsEqual(wanted, by: { $0.lowercased == $1 })
    }
  }

  /// Whether a text stands somewhere in the bytes, but for the case of ASCII letters; `text` is in
  /// lower case and not empty. O(count · text), for short values.
  func contains(ignoringCase text: StaticString) -> Bool {
    let found = withContiguousStorageIfAvailable { bytes in
      text.withUTF8Buffer { unsafe Self.stands($0, ignoringCaseIn: bytes) }
    }
    return found ?? Array(self).contains(ignoringCase: text)
  }

  private static func stands(
    _ wanted: UnsafeBufferPointer<UInt8>, ignoringCaseIn bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    let first = unsafe wanted[0]
    for start in 0...(bytes.count - wanted.count) {
      // Most places are told from their first byte.
      guard unsafe bytes[start].lowercased == first else { continue }
      var length = 1
      while length < wanted.count,
        unsafe bytes[start + length].lowercased == wanted[length]
      {
        length += 1
      }
      if length == wanted.count { return true }
    }
    return false
  }
}

extension [UInt8] {
  /// Whether some bytes stand somewhere in these. O(count · sequence), for short values.
  func contains(sequence: [UInt8]) -> Bool {
    indices.dropLast(sequence.count - 1).contains { self[$0...].starts(with: sequence) }
  }
}
