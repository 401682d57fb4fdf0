/// Finds all occurrences of many literals in one pass: what decides which rules look at a text,
/// and where.
///
/// A pass reads four bytes at every second place, looks them up in a table of bits and compares
/// keywords in full only where the bit is set, so the text's letters hardly matter. It allocates
/// nothing but room for hits. The worst case is a text made of one gram that many keywords share:
/// each of them is then compared at every second place.
public struct KeywordFilter: Sendable {
  /// The keywords' forms, each of ``KeywordForm/size`` words.
  private let forms: [UInt64]
  private let tails: [Int32]
  private let table: GramTable
  /// The length of the longest keyword.
  public let longest: Int

  /// Makes the tables, in O(letters of the keywords) and for each one of three or four bytes in 128
  /// steps: one of its bytes may be anything. Tables of no keywords cost nothing.
  ///
  /// Equal keywords are allowed; each is reported under its own index. There may be 2²⁴ of them.
  ///
  /// - Parameter picksRareGrams: whether to take trouble over what is looked for, which for texts as
  ///   short as names is more work than the search.
  public init(_ keywords: [Keyword], picksRareGrams: Bool = true) {
    precondition(keywords.count < 1 << 24, "keywords fit into the table's entries")
    var forms: [UInt64] = []
    var tails: [Int32] = []
    forms.reserveCapacity(keywords.count * KeywordForm.size)
    for keyword in keywords { KeywordForm.add(keyword, to: &forms, tails: &tails) }
    self.forms = forms
    self.tails = tails
    longest = keywords.reduce(0) { max($0, $1.bytes.count) }
    table = GramTable(keywords, picksRareGrams: picksRareGrams)
  }

  /// The filter whose tables a build has made.
  public init(_ tables: inout PreparedTables.Reader) {
    forms = tables.words()
    tails = tables.numbers()
    longest = Int(tables.numbers()[0])
    table = GramTable(&tables)
  }

  /// Adds the filter's tables to those of a build.
  public func add(to tables: inout PreparedTables) {
    tables.add(forms)
    tables.add(tails)
    tables.add([Int32(longest)])
    table.add(to: &tables)
  }

  /// The length of a keyword in bytes.
  public func length(of keyword: Int) -> Int {
    unsafe forms.withUnsafeBufferPointer { unsafe KeywordForm($0.baseAddress!, keyword).length }
  }

  /// Finds every occurrence of every keyword, overlapping ones included, that lies wholly within
  /// a range.
  ///
  /// - Parameters:
  ///   - range: the part of `bytes` to look at, within its bounds.
  ///   - hits: emptied, then filled with the hits in order. Pass the same array again: its memory
  ///     is reused.
  public func findHits(
    in bytes: Span<UInt8>, range: Range<Int>, into hits: inout [KeywordHit]
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range in bytes")
    hits.removeAll(keepingCapacity: true)
    if forms.isEmpty || range.count < Keyword.minimumLength { return }
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe table.withLookup { table in
        unsafe forms.withUnsafeBufferPointer { forms in
          guard let text = buffer.baseAddress, let forms = forms.baseAddress else { return }
          unsafe scan(text, range, table, forms, &hits)
        }
      }
    }
  }

  /// Finds every occurrence that begins in a range, wherever in `bytes` it ends: for a text that is
  /// looked at piece by piece, so that room for hits does not grow with it.
  ///
  /// - Parameters: as of ``findHits(in:range:into:)``.
  public func findHits(
    in bytes: Span<UInt8>, startingIn range: Range<Int>, into hits: inout [KeywordHit]
  ) {
    let end = range.upperBound + min(max(0, longest - 1), bytes.count - range.upperBound)
    findHits(in: bytes, range: range.lowerBound..<end, into: &hits)
    while let last = hits.last, last.offset >= range.upperBound { hits.removeLast() }
  }

  /// The kernel: eight grams for each turn of the loop, and one branch for all of them.
  private func scan(
    _ text: UnsafeRawPointer, _ range: Range<Int>, _ table: GramTable.Lookup,
    _ forms: UnsafePointer<UInt64>, _ hits: inout [KeywordHit]
  ) {
    var place = range.lowerBound
    let end = range.upperBound
    while end - place >= 18 {
      // Three loads hold the grams at 0, 2, 4, at 6, 8 and at 10, 12, 14.
      let (a, b, c) = unsafe (
        Self.word(text + place), Self.word(text + place + 6), Self.word(text + place + 10)
      )
      // The first place comes last and is the lowest bit.
      var found = unsafe Self.flag(c >> 32, table)
      found = unsafe found &+ found &+ Self.flag(c >> 16, table)
      found = unsafe found &+ found &+ Self.flag(c, table)
      found = unsafe found &+ found &+ Self.flag(b >> 16, table)
      found = unsafe found &+ found &+ Self.flag(b, table)
      found = unsafe found &+ found &+ Self.flag(a >> 32, table)
      found = unsafe found &+ found &+ Self.flag(a >> 16, table)
      found = unsafe found &+ found &+ Self.flag(a, table)
      while found != 0 {
        let at = place + 2 * found.trailingZeroBitCount
        found &= found &- 1
        let word = UInt32(littleEndian: unsafe (text + at).loadUnaligned(as: UInt32.self))
        unsafe verify(Gram(loaded: word), at: at, text, range, table, forms, &hits)
      }
      place += 16
    }
    // The last places, where eight bytes cannot be loaded at once.
    while end - place >= Keyword.minimumLength {
      let gram = unsafe Gram(text, at: place, end: end)
      if unsafe table.flag(gram) != 0 {
        unsafe verify(gram, at: place, text, range, table, forms, &hits)
      }
      place += 2
    }
  }

  /// Eight bytes as grams hold them.
  @inline(__always)
  private static func word(_ place: UnsafeRawPointer) -> UInt64 {
    let mask = UInt64(Gram.mask) << 32 | UInt64(Gram.mask)
    return UInt64(littleEndian: unsafe place.loadUnaligned(as: UInt64.self)) & mask
  }

  /// Whether there may be keywords with the gram in a word's four lowest bytes: 1 or 0.
  @inline(__always)
  private static func flag(_ word: UInt64, _ table: GramTable.Lookup) -> UInt32 {
    unsafe table.flag(Gram(masked: UInt32(truncatingIfNeeded: word)))
  }

  @inline(never)
  private func verify(
    _ gram: Gram, at place: Int, _ text: UnsafeRawPointer, _ range: Range<Int>,
    _ table: GramTable.Lookup, _ forms: UnsafePointer<UInt64>, _ hits: inout [KeywordHit]
  ) {
    // The table's numbers are its own: the build, or its initialiser, made them.
    for index in unsafe table.entries(of: gram) {
      let entry = unsafe GramTable.Entry(table.entries[index])
      guard gram.value == entry.gram else { continue }
      let start = place - entry.shift
      let available = range.upperBound - start
      guard start >= range.lowerBound else { continue }
      let form = unsafe KeywordForm(forms, entry.keyword)
      guard form.length <= available,
        unsafe form.stands(at: text + start, available: available, tails: tails)
      else { continue }
      Self.insert(KeywordHit(offset: start, keyword: entry.keyword), into: &hits)
    }
  }

  /// Hits come in order but for the shifts of their grams, so a new one moves a few steps at most.
  private static func insert(_ hit: KeywordHit, into hits: inout [KeywordHit]) {
    var index = hits.count
    hits.append(hit)
    while index > 0, hit < hits[index - 1] {
      hits[index] = hits[index - 1]
      index -= 1
    }
    hits[index] = hit
  }
}
