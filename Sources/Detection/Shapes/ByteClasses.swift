/// The classes of eight bytes at a time.
enum ByteClasses {
  /// Which bytes of a word are capitals, small letters and digits of ASCII, by their highest bits.
  @inline(__always)
  static func of(_ word: UInt64) -> (capitals: UInt64, small: UInt64, digits: UInt64) {
    let low = word & ~Base64Kernel.highest
    // A sum reaches the highest bit where the byte is at least so great: `A`, `[`, `a`, `{`, `0`, `:`.
    let capitals = (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525)
    let small = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505)
    let digits = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
    let isASCII = ~word & Base64Kernel.highest
    return (capitals & isASCII, small & isASCII, digits & isASCII)
  }
}
