/// Reads the bytes of a delta, one instruction after another (gitformat-pack).
struct DeltaReader {
  /// One instruction.
  enum Instruction {
    /// Copies from a place of the base.
    case copy(from: Int, length: Int)
    /// Inserts bytes that stand at a place of the delta.
    case insert(from: Int, length: Int)
    /// The delta breaks off, or holds the one code that means nothing.
    case damaged
  }

  /// Where the next instruction begins.
  var place = 0

  /// Reads a size, of which there are two at the beginning; `nil` if it is damaged.
  mutating func size(in bytes: Span<UInt8>) -> Int? {
    var size = 0
    var shift = 0
    while place < bytes.count, shift < 56 {
      let byte = bytes[place]
      place += 1
      size |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return size }
      shift += 7
    }
    return nil
  }

  /// The next instruction; `nil` at the end.
  ///
  /// Made a part of the loops that use it, which ask for each instruction of every delta.
  @inline(__always)
  mutating func next(in bytes: Span<UInt8>) -> Instruction? {
    guard place < bytes.count else { return nil }
    let code = bytes[place]
    place += 1
    guard code & 0x80 != 0 else {
      let length = Int(code)
      guard length > 0, length <= bytes.count - place else { return .damaged }
      defer { place += length }
      return .insert(from: place, length: length)
    }
    guard code.nonzeroBitCount - 1 <= bytes.count - place else { return .damaged }
    var from = 0
    var length = 0
    if code & 0x01 != 0 { from = take(bytes) }
    if code & 0x02 != 0 { from |= take(bytes) << 8 }
    if code & 0x04 != 0 { from |= take(bytes) << 16 }
    if code & 0x08 != 0 { from |= take(bytes) << 24 }
    if code & 0x10 != 0 { length = take(bytes) }
    if code & 0x20 != 0 { length |= take(bytes) << 8 }
    if code & 0x40 != 0 { length |= take(bytes) << 16 }
    return .copy(from: from, length: length == 0 ? 0x10000 : length)
  }

  @inline(__always)
  private mutating func take(_ bytes: Span<UInt8>) -> Int {
    defer { place += 1 }
    return Int(bytes[place])
  }
}
