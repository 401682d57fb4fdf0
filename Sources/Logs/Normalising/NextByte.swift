/// Remembers where a byte comes next, so that a text without it is searched once.
struct NextByte {
  private let byte: UInt8
  /// From here to `next` the bytes hold none.
  private var from = 0
  private var next = -1

  init(_ byte: UInt8) { self.byte = byte }

  /// Where the byte comes next in a range; the range's end if it does not. Amortised O(1) for
  /// ranges that ascend; a range before the last one is searched for itself.
  mutating func offset(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    if range.lowerBound < from { return bytes.offset(of: byte, in: range) }
    if range.lowerBound > next {
      from = range.lowerBound
      next = bytes.offset(of: byte, in: from..<max(from, bytes.count))
    }
    return min(next, range.upperBound)
  }

  /// Up to where there is none from a place on, as far as the last search tells.
  func known(from place: Int) -> Int { place >= from && place <= next ? next : place }
}
