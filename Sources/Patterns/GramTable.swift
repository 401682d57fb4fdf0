/// Which keywords a gram at an even place of the text can belong to.
///
/// Of two neighbouring grams of a keyword exactly one stands at an even place, wherever the keyword
/// starts, so that each occurrence is found once. A keyword of three or four bytes has a gram that
/// reaches beyond it, over a byte that may be anything.
struct GramTable: Sendable {
  struct Entry {
    /// The gram's bytes that are the keyword's, and ones for them; the others may be anything.
    var value: UInt32
    var mask: UInt32
    var keyword: Int32
    /// What to subtract from the gram's place for the keyword's.
    var shift: Int32
  }

  /// 2²⁰ bits by the hash's top bits: 128 KiB, of which texts use a small part often.
  let bits: [UInt64]
  /// The entries of bucket `i` are `entries[starts[i]..<starts[i + 1]]`.
  let starts: [Int32]
  let entries: [Entry]

  static let bitShift: UInt32 = 32 - 20
  private static let bucketShift: UInt32 = 32 - 13

  /// The first three bytes of a gram.
  @inline(__always)
  static func lead(_ gram: Gram) -> UInt32 { gram.value & 0x00ff_ffff }

  private static func bucket(of entry: Entry) -> Int { bucket(entry.value & 0x00ff_ffff) }

  /// Where the entries for the first bytes of a gram stand.
  @inline(__always)
  static func bucket(_ lead: UInt32) -> Int { Int((lead &* 0x9e37_79b1) >> bucketShift) }

  init(_ keywords: [Keyword]) {
    var found: [Entry] = []
    found.reserveCapacity(8 * keywords.count)
    var bits = [UInt64](repeating: 0, count: 1 << 20 / 64)
    for (index, keyword) in keywords.enumerated() {
      let start = Self.rarestPair(in: keyword.bytes)
      for shift in start...start + 1 {
        Self.append(
          keyword.bytes, Int32(truncatingIfNeeded: index), shift: shift, to: &found, &bits)
      }
    }
    var starts = [Int32](repeating: 0, count: 1 << (32 - Self.bucketShift) + 1)
    for entry in found { starts[Self.bucket(of: entry) + 1] += 1 }
    for i in 1..<starts.count { starts[i] += starts[i - 1] }
    // A counting sort: each bucket's next free place moves from its start to its end.
    var next = starts
    var entries = found
    for entry in found {
      let bucket = Self.bucket(of: entry)
      entries[Int(next[bucket])] = entry
      next[bucket] += 1
    }
    self.bits = bits
    self.starts = starts
    self.entries = entries
  }

  /// Adds the gram that begins at an offset of a keyword, and all that it can be where a byte of it is
  /// not the keyword's.
  private static func append(
    _ bytes: [UInt8], _ keyword: Int32, shift: Int, to entries: inout [Entry],
    _ bits: inout [UInt64]
  ) {
    var word: UInt32 = 0
    for i in max(0, shift)..<min(shift + Gram.length, bytes.count) {
      word |= UInt32(bytes[i]) << UInt32(8 * (i - shift))
    }
    let gram = Gram(loaded: word)
    let isOpen = shift + Gram.length > bytes.count
    let mask: UInt32 = isOpen ? 0x00ff_ffff : .max
    var entry = Entry(
      value: gram.value & mask, mask: mask, keyword: keyword,
      shift: Int32(truncatingIfNeeded: shift))
    if shift < 0 {
      for byte in Gram.byteValues {
        let gram = gram.replacing(byte: 0, with: byte)
        entry.value = gram.value
        entries.append(entry)
        set(gram, in: &bits)
      }
    } else {
      entries.append(entry)
      guard isOpen else { return set(gram, in: &bits) }
      for byte in Gram.byteValues { set(gram.replacing(byte: 3, with: byte), in: &bits) }
    }
  }

  private static func set(_ gram: Gram, in bits: inout [UInt64]) {
    let bit = Int(gram.hash >> bitShift)
    bits[bit / 64] |= 1 << UInt64(bit % 64)
  }

  /// The start of the two neighbouring grams that text holds least; not far into a long keyword,
  /// so that hits are found nearly in order.
  private static func rarestPair(in bytes: [UInt8]) -> Int {
    if bytes.count < Gram.length { return -1 }
    var best = (rate: Int.max, start: 0)
    var rate = GramRarity.rate(bytes, at: 0)
    for start in 0...max(0, min(bytes.count - Gram.length - 1, 16)) {
      let next = GramRarity.rate(bytes, at: start + 1)
      if rate + next < best.rate { best = (rate + next, start) }
      rate = next
    }
    return best.start
  }
}
