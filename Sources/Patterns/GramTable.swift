/// Which keywords a gram at an even place of the text can belong to.
///
/// A keyword of four bytes or more has two neighbouring grams, and whatever place it starts at, one
/// of the two stands at an even place: exactly one, so each occurrence is found once. A keyword of
/// three bytes has one gram; where it starts at an odd place, the gram before it is (anything,
/// first byte, second byte).
struct GramTable: Sendable {
  struct Entry {
    var gram: Gram
    var keyword: Int32
    /// What to subtract from the gram's place for the keyword's.
    var shift: Int32
  }

  /// 2¹⁸ bits by the hash's top bits: 32 KiB, what the first-level cache holds.
  let bits: [UInt64]
  /// 2¹⁷ bits for the grams and the bytes behind them. Asked where a gram's bit is set: text is full of
  /// the beginnings of common words.
  let nextBits: [UInt64]
  /// The entries of hash bucket `i` are `entries[starts[i]..<starts[i + 1]]`.
  let starts: [Int32]
  let entries: [Entry]

  static let bitShift: UInt32 = 32 - 18
  static let nextShift: UInt32 = 32 - 17
  static let bucketShift: UInt32 = 32 - 11

  init(_ keywords: [Keyword]) {
    var found: [Entry] = []
    found.reserveCapacity(4 * keywords.count)
    for (index, keyword) in keywords.enumerated() {
      Self.appendEntries(for: keyword.bytes, Int32(truncatingIfNeeded: index), to: &found)
    }

    var bits = [UInt64](repeating: 0, count: 1 << 18 / 64)
    var nextBits = [UInt64](repeating: 0, count: 1 << 17 / 64)
    var starts = [Int32](repeating: 0, count: 1 << (32 - Self.bucketShift) + 1)
    for entry in found {
      let hash = entry.gram.hash
      let bit = Int(hash >> Self.bitShift)
      bits[bit / 64] |= 1 << UInt64(bit % 64)
      starts[Int(hash >> Self.bucketShift) + 1] += 1
      let next = Int(entry.shift) + Gram.length
      let bytes = keywords[Int(entry.keyword)].bytes
      if next < bytes.count {
        Self.set(entry.gram, bytes[next], in: &nextBits)
      } else {
        for byte in Gram.byteValues { Self.set(entry.gram, byte, in: &nextBits) }
      }
    }
    for i in 1..<starts.count { starts[i] += starts[i - 1] }
    // A counting sort: each bucket's next free place moves from its start to its end.
    var next = starts
    var entries = found
    for entry in found {
      let bucket = Int(entry.gram.hash >> Self.bucketShift)
      entries[Int(next[bucket])] = entry
      next[bucket] += 1
    }
    self.bits = bits
    self.nextBits = nextBits
    self.starts = starts
    self.entries = entries
  }

  private static func set(_ gram: Gram, _ next: UInt8, in bits: inout [UInt64]) {
    let bit = Int(Gram.hash(withNext: gram.value | UInt32(next) << 24) >> nextShift)
    bits[bit / 64] |= 1 << UInt64(bit % 64)
  }

  private static func appendEntries(
    for bytes: [UInt8], _ keyword: Int32, to entries: inout [Entry]
  ) {
    if bytes.count == Gram.length {
      entries.append(
        Entry(gram: Gram(bytes[0], bytes[1], bytes[2]), keyword: keyword, shift: 0))
      for any in Gram.byteValues {
        entries.append(Entry(gram: Gram(any, bytes[0], bytes[1]), keyword: keyword, shift: -1))
      }
      return
    }
    let first = rarestPair(in: bytes)
    for i in first...first + 1 {
      entries.append(
        Entry(
          gram: Gram(bytes[i], bytes[i + 1], bytes[i + 2]), keyword: keyword,
          shift: Int32(truncatingIfNeeded: i)))
    }
  }

  /// The start of the two neighbouring grams that text holds least; not far into a long keyword,
  /// so that hits are found nearly in order.
  private static func rarestPair(in bytes: [UInt8]) -> Int {
    var best = (rate: Int.max, start: 0)
    var rate = GramRarity.rate(bytes[0], bytes[1], bytes[2])
    for i in 0...min(bytes.count - 4, 16) {
      let next = GramRarity.rate(bytes[i + 1], bytes[i + 2], bytes[i + 3])
      if rate + next < best.rate { best = (rate + next, i) }
      rate = next
    }
    return best.start
  }
}
