internal import Findings

/// The index of a pack: the names of its objects in their order, and where each of them stands.
/// Version 2, for names of 20 bytes (gitformat-pack).
struct PackIndex: Sendable {
  /// How many objects there are.
  let count: Int
  private let bytes: [UInt8]
  private let largeCount: Int

  private static let header = 8
  private static let fanout = 256 * 4
  private static let names = header + fanout
  private static let trailer = 40

  /// Reads an index; `nil` for another version or hash, and for one whose parts contradict each
  /// other.
  ///
  /// - Complexity: O(objects): a name out of order would be there and not be found.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count >= Self.names + Self.trailer,
      bytes.starts(with: [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2])
    else { return nil }
    let count = Int(bytes.span.word32(at: Self.names - 4))
    // The length tells the hash: names of 32 bytes would leave 12 more for each object.
    let rest = bytes.count - Self.names - Self.trailer - count * 28
    guard rest >= 0, rest % 8 == 0, rest / 8 <= count else { return nil }
    self.count = count
    largeCount = rest / 8
    guard isOrdered else { return nil }
  }

  private var isOrdered: Bool {
    let span = bytes.span
    var place = 0
    for first in 0..<256 {
      let end = Int(span.word32(at: Self.header + 4 * first))
      guard end >= place, end <= count else { return false }
      while place < end {
        guard bytes[Self.names + 20 * place] == UInt8(first) else { return false }
        place += 1
      }
    }
    for place in 1..<max(1, count) {
      let (left, right) = (prefix(at: place - 1), prefix(at: place))
      if left > right || left == right && id(at: place - 1) >= id(at: place) { return false }
    }
    return true
  }

  /// The hash of the pack that the index belongs to.
  var packHash: ArraySlice<UInt8> { bytes[(bytes.count - 40)..<(bytes.count - 20)] }

  /// The name of the object at a place of the order.
  func id(at place: Int) -> ObjectID {
    let start = Self.names + 20 * place
    guard let id = ObjectID(bytes.span.extracting(start..<start + 20)) else {
      fatalError("a name has 20 bytes")
    }
    return id
  }

  /// Where an object stands in the pack; `nil` if the index points outside of its own table.
  func offset(at place: Int) -> Int? {
    let span = bytes.span
    let offset = Int(span.word32(at: Self.names + 24 * count + 4 * place))
    guard offset & 0x8000_0000 != 0 else { return offset }
    let large = offset & 0x7FFF_FFFF
    guard large < largeCount else { return nil }
    let at = Self.names + 28 * count + 8 * large
    let high = Int(span.word32(at: at))
    return high < 0x8000_0000 ? high << 32 | Int(span.word32(at: at + 4)) : nil
  }

  /// The place of an object in the order; `nil` if the pack does not hold it.
  ///
  /// - Complexity: O(log objects), and few steps for names that are spread as digests are.
  func place(of id: ObjectID) -> Int? {
    guard id.count == 20 else { return nil }
    let wanted = id.prefix
    let first = Int(wanted >> 56)
    let span = bytes.span
    var low = first == 0 ? 0 : Int(span.word32(at: Self.header + 4 * (first - 1)))
    var high = Int(span.word32(at: Self.header + 4 * first))
    // Digests are spread evenly: the next 16 bits say where to look first.
    var guess = low + ((high - low) * Int(wanted >> 40 & 0xFFFF)) >> 16
    var step = 4
    while high - low > 8 {
      if prefix(at: guess) < wanted {
        low = guess + 1
        guess = min(low + step, low + (high - low) / 2)
      } else {
        high = guess
        if high == low { break }
        guess = max(high - step, low + (high - low) / 2)
      }
      // Names that begin alike, which somebody has to make up, take many steps.
      step = min(step * 4, 1 << 40)
    }
    while low < high, prefix(at: low) < wanted { low += 1 }
    // Of names that begin alike there are two at most, unless somebody made them up.
    high = first == 255 && high < count ? count : Int(span.word32(at: Self.header + 4 * first))
    return sameBeginning(id, from: low, to: high)
  }

  private func sameBeginning(_ id: ObjectID, from start: Int, to end: Int) -> Int? {
    var (low, high) = (start, end)
    if low < high, self.id(at: low) == id { return low }
    while low < high {
      let middle = low + (high - low) / 2
      if self.id(at: middle) < id { low = middle + 1 } else { high = middle }
    }
    return low < end && self.id(at: low) == id ? low : nil
  }

  private func prefix(at place: Int) -> UInt64 {
    bytes.span.word64(at: Self.names + 20 * place)
  }
}
