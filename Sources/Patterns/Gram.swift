/// Four consecutive bytes without their bits 5 and 7: letters lose their case, and 64 values a byte
/// remain, so that what is in every text spreads over 2²⁴ values.
struct Gram: Hashable {
  static let length = 4
  static let mask: UInt32 = 0x5f5f_5f5f

  /// The bytes, the first one lowest.
  let value: UInt32

  /// Takes the bytes of a little-endian load.
  @inline(__always)
  init(loaded word: UInt32) {
    value = word & Self.mask
  }

  /// Takes bytes that have lost those bits.
  @inline(__always)
  init(masked value: UInt32) { self.value = value }

  /// Takes the bytes of a text that begin at an offset; zeros stand behind its end.
  init(_ text: UnsafeRawPointer, at place: Int, end: Int) {
    var word: UInt32 = 0
    for i in 0..<min(Self.length, end - place) {
      word |= UInt32(unsafe text.load(fromByteOffset: place + i, as: UInt8.self)) << UInt32(8 * i)
    }
    self.init(loaded: word)
  }

  /// The same gram with another byte at one place.
  func replacing(byte place: Int, with byte: UInt8) -> Gram {
    let shift = UInt32(8 * place)
    return Gram(loaded: value & ~(0xff << shift) | UInt32(byte) << shift)
  }

  /// Every value that a byte of a gram can have.
  static let byteValues = [UInt8](0x00...0x1f) + [UInt8](0x40...0x5f)

  /// A multiplicative hash (Knuth, TAOCP 3, 6.4), to be used from its high bits down.
  @inline(__always)
  var hash: UInt32 { value &* 0x9e37_79b1 }
}
