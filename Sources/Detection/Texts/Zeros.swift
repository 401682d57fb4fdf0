/// Looks for zeros, which texts do not have.
enum Zeros {
  /// Whether one stands among the first bytes: eight at a time, since each version of a text is
  /// asked.
  static func stand(in bytes: [UInt8], first count: Int) -> Bool {
    let end = min(bytes.count, count)
    return unsafe bytes.withUnsafeBytes { buffer in
      var place = 0
      var zeros: UInt64 = 0
      while place + 32 <= end {
        // The bound stands in the line above.
        for step in 0..<4 {
          let word = unsafe buffer.loadUnaligned(
            fromByteOffset: place + 8 * step, as: UInt64.self)
          // The highest bit of each byte that is zero; of another only above a zero.
          zeros |= (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        }
        if zeros != 0 { return true }
        place += 32
      }
      while place < end {
        if unsafe buffer[place] == 0 { return true }
        place += 1
      }
      return false
    }
  }
}
