extension Digest {
  /// The first bytes as lower-case hexadecimal digits, two for each.
  public func hex(first count: Int) -> String {
    precondition(count >= 0 && count <= bytes.count, "count in digest")
    return unsafe String(unsafeUninitializedCapacity: 2 * count) { text in
      for index in 0..<count {
        unsafe text[2 * index] = [UInt8].digit(bytes[index] >> 4)
        unsafe text[2 * index + 1] = [UInt8].digit(bytes[index] & 0xf)
      }
      return 2 * count
    }
  }
}

extension Sequence<UInt8> {
  /// The bytes as lower-case hexadecimal digits, two for each.
  public var hex: String {
    // An array: a loop over anybody's sequence costs a hundred instructions a byte.
    let bytes = Array(self)
    return unsafe String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
      for (index, byte) in bytes.enumerated() {
        unsafe text[2 * index] = Self.digit(byte >> 4)
        unsafe text[2 * index + 1] = Self.digit(byte & 0xf)
      }
      return 2 * bytes.count
    }
  }

  /// The digit of a number below 16.
  fileprivate static func digit(_ number: UInt8) -> UInt8 {
    number < 10 ? 0x30 + number : 0x57 + number
  }
}
