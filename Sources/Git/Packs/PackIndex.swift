internal import Findings

/// The index of a pack: the names of its objects in their order, and where each of them stands.
/// Version 2, for names of 20 bytes (gitformat-pack).
struct PackIndex: Sendable {
  /// How many objects there are.
  let count: Int
  private let bytes: [UInt8]
  private let largeCount: Int
  /// For each beginning of names where they start: with about four names to each, a look-up is one
  /// step into this table and one into the names.
  private var starts: [UInt32] = []
  /// How many bits of a name are such a beginning.
  private let startBits: UInt64

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
    var bits = 8
    while bits < 24, count >> bits > 4 { bits += 1 }
    startBits = UInt64(bits)
    guard let starts = findStarts() else { return nil }
    self.starts = starts
  }

  /// Finds where names of each beginning start; `nil` if the names are not in order, or not as the
  /// index itself counts them.
  private func findStarts() -> [UInt32]? {
    let span = bytes.span
    var starts = [UInt32](repeating: 0, count: 1 << Int(startBits) + 1)
    var next = 0
    var last: UInt64 = 0
    for place in 0..<count {
      let prefix = prefix(at: place)
      if prefix < last || prefix == last && place > 0 && id(at: place - 1) >= id(at: place) {
        return nil
      }
      last = prefix
      let beginning = Int(prefix >> (64 - startBits))
      while next <= beginning {
        starts[next] = UInt32(place)
        next += 1
      }
    }
    while next < starts.count {
      starts[next] = UInt32(count)
      next += 1
    }
    let step = 1 << Int(startBits - 8)
    for first in 0..<256 {
      guard span.word32(at: Self.header + 4 * first) == starts[(first + 1) * step] else {
        return nil
      }
    }
    return starts
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
  /// - Complexity: O(1) for names that are spread as digests are, O(log objects) for any.
  func place(of id: ObjectID) -> Int? {
    guard id.count == 20 else { return nil }
    let wanted = id.prefix
    let beginning = Int(wanted >> (64 - startBits))
    var low = Int(starts[beginning])
    let end = Int(starts[beginning + 1])
    var high = end
    // Only where somebody made names up are there many that begin alike.
    while high - low > 16 {
      let middle = low + (high - low) / 2
      if prefix(at: middle) < wanted { low = middle + 1 } else { high = middle }
    }
    while low < high, prefix(at: low) < wanted { low += 1 }
    return sameBeginning(id, from: low, to: end)
  }

  private func sameBeginning(_ id: ObjectID, from start: Int, to end: Int) -> Int? {
    var (low, high) = (start, end)
    if low < high, self.id(at: low) == id { return low }
    while low < high, prefix(at: low) == id.prefix {
      let middle = low + (high - low) / 2
      if self.id(at: middle) < id { low = middle + 1 } else { high = middle }
    }
    return low < end && self.id(at: low) == id ? low : nil
  }

  private func prefix(at place: Int) -> UInt64 {
    bytes.span.word64(at: Self.names + 20 * place)
  }
}
