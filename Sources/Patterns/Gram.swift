/// Three consecutive bytes without their bits 5 and 7: letters lose their case, and 64 values a
/// byte remain, so that what is in every text spreads over 2¹⁸ values.
struct Gram: Hashable {
  static let length = 3
  static let mask: UInt32 = 0x005f_5f5f

  /// The bytes, the first one lowest.
  let value: UInt32

  /// Takes the three low bytes of a little-endian load.
  @inline(__always)
  init(loaded word: UInt32) {
    value = word & Self.mask
  }

  init(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
    self.init(loaded: UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16)
  }

  /// Every value that a byte of a gram can have.
  static let byteValues = [UInt8](0x00...0x1f) + [UInt8](0x40...0x5f)

  /// A multiplicative hash (Knuth, TAOCP 3, 6.4), to be used from its high bits down.
  @inline(__always)
  var hash: UInt32 { value &* 0x9e37_79b1 }

  /// The hash of a gram with the byte behind it, both without bits 5 and 7.
  @inline(__always)
  static func hash(withNext loaded: UInt32) -> UInt32 {
    (loaded & 0x5f5f_5f5f) &* 0x85eb_ca6b
  }
}
