/// Which keywords a gram at an even place of the text can belong to.
///
/// Of two neighbouring grams of a keyword exactly one stands at an even place, wherever the keyword
/// starts, so that each occurrence is found once. A keyword of three or four bytes has a gram that
/// reaches beyond it, over a byte that may be anything.
struct GramTable: Sendable {
  /// One gram of one keyword, in one word.
  struct Entry {
    let word: UInt64

    /// An entry of a list.
    init(_ word: UInt64) { self.word = word }

    /// - Parameter shift: what to subtract from the gram's place for the keyword's, from -1 on.
    init(_ gram: Gram, keyword: Int, shift: Int) {
      word = UInt64(gram.value) | UInt64(keyword) << 32 | UInt64(shift + 1) << 56
    }

    @inline(__always)
    var gram: UInt32 { UInt32(truncatingIfNeeded: word) }
    @inline(__always)
    var keyword: Int { Int(word >> 32 & 0xff_ffff) }
    @inline(__always)
    var shift: Int { Int(word >> 56) - 1 }
  }

  /// 2²⁰ bits: 32 for each bucket, of which the first letter's five lowest bits tell one. 128 KiB, of
  /// which texts use a small part often.
  let bits: [Int32]
  /// The entries of bucket `i` are `entries[starts[i]..<starts[i + 1]]`.
  let starts: [Int32]
  let entries: [UInt64]

  private static let bucketShift: UInt32 = 32 - 15

  /// Where the bits and the entries for a gram stand.
  @inline(__always)
  private static func bucket(_ gram: Gram) -> Int { Int(gram.hash >> bucketShift) }

  /// The table's memory while a text is searched.
  @unsafe struct Lookup {
    let bits: UnsafePointer<Int32>
    let starts: UnsafePointer<Int32>
    let entries: UnsafePointer<UInt64>

    /// 1 if there may be entries for a gram, else 0.
    @inline(__always)
    func flag(_ gram: Gram) -> UInt32 {
      UInt32(bitPattern: unsafe bits[GramTable.bucket(gram)]) &>> gram.value & 1
    }

    /// Where the entries stand, of which some may be for a gram.
    @inline(__always)
    func entries(of gram: Gram) -> Range<Int> {
      let bucket = GramTable.bucket(gram)
      return unsafe Int(starts[bucket])..<Int(starts[bucket + 1])
    }
  }

  /// Calls a closure with the memory of a table that is not empty.
  func withLookup(_ body: (Lookup) -> Void) {
    unsafe bits.withUnsafeBufferPointer { bits in
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe entries.withUnsafeBufferPointer { entries in
          guard let bits = bits.baseAddress, let starts = starts.baseAddress,
            let entries = entries.baseAddress
          else { return }
          unsafe body(Lookup(bits: bits, starts: starts, entries: entries))
        }
      }
    }
  }

  private static func bucket(of entry: UInt64) -> Int {
    bucket(Gram(loaded: Entry(entry).gram))
  }

  init(_ keywords: [Keyword], picksRareGrams: Bool) {
    // A report without secrets has no values to look for, and a table would be half of a small scan.
    guard !keywords.isEmpty else {
      (bits, starts, entries) = ([], [], [])
      return
    }
    var found: [UInt64] = []
    found.reserveCapacity(8 * keywords.count)
    var bits = [Int32](repeating: 0, count: 1 << (32 - Self.bucketShift))
    for (index, keyword) in keywords.enumerated() {
      let start =
        picksRareGrams
        ? Self.rarestPair(in: keyword.bytes) : keyword.bytes.count > Gram.length ? 0 : -1
      for shift in start...start + 1 {
        Self.append(keyword.bytes, index, shift: shift, to: &found, &bits)
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
    _ bytes: [UInt8], _ keyword: Int, shift: Int, to entries: inout [UInt64],
    _ bits: inout [Int32]
  ) {
    var word: UInt32 = 0
    for i in max(0, shift)..<min(shift + Gram.length, bytes.count) {
      word |= UInt32(bytes[i]) << UInt32(8 * (i - shift))
    }
    let gram = Gram(loaded: word)
    let open = shift < 0 ? 0 : shift + Gram.length > bytes.count ? Gram.length - 1 : nil
    let grams = open.map { open in
      Gram.byteValues.map { gram.replacing(byte: open, with: $0) }
    }
    for gram in grams ?? [gram] {
      entries.append(Entry(gram, keyword: keyword, shift: shift).word)
      set(gram, in: &bits)
    }
  }

  /// The tables that a build has made.
  init(_ tables: inout PreparedTables.Reader) {
    bits = tables.numbers()
    entries = tables.words()
    starts = tables.numbers()
  }

  /// Adds these tables to those of a build.
  func add(to tables: inout PreparedTables) {
    tables.add(bits)
    tables.add(entries)
    tables.add(starts)
  }

  private static func set(_ gram: Gram, in bits: inout [Int32]) {
    bits[bucket(gram)] |= 1 << Int32(gram.value & 31)
  }

  /// The start of the two neighbouring grams that text holds least; not far into a long keyword,
  /// so that hits are found nearly in order.
  private static func rarestPair(in bytes: [UInt8]) -> Int {
    if bytes.count < Gram.length { return -1 }
    let rarity = GramRarity.shared
    var best = (rate: Int.max, start: 0)
    // Of four bytes one gram is whole, wherever the pair begins.
    let first = bytes.count == Gram.length ? -1 : 0
    var rate = rarity.rate(bytes, at: first)
    for start in first...max(0, min(bytes.count - Gram.length - 1, 16)) {
      let next = rarity.rate(bytes, at: start + 1)
      if rate + next < best.rate { best = (rate + next, start) }
      rate = next
    }
    return best.start
  }
}
