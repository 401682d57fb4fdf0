internal import Patterns

/// The names of providers by a hash of their letters and digits, so that `app center`, `app-center`
/// and `AppCenter` are one.
struct NameHashes: Sendable {
  /// Hashes, each at the first free place from where its lowest bits say; 0 is none.
  private var hashes: [UInt64]
  /// The names' numbers, each where its hash stands.
  private var numbers: [Int32]
  /// A bit for each first four letters and digits, by their hash: most words are given up there.
  private var beginnings: [UInt64]
  /// A bit for each first five letters and digits: further ones are looked up only behind those.
  private var stems: [UInt64]
  /// A bit for each first word of a name that is shorter.
  private var shortWords: [UInt64]
  /// A bit for each name of two letters.
  private var pairs: [UInt64]
  /// A bit for each whole name: the table itself is too large to stay at hand.
  private var wholes: [UInt64]
  /// A bit for each part of a name that a further word follows.
  private var parts: [UInt64]

  private static let begun = 4
  private static let stem = 5
  /// No name has more letters and digits.
  static let longest = 24

  /// The table that a build has made.
  init(_ tables: inout PreparedTables.Reader) {
    hashes = tables.words()
    numbers = tables.numbers()
    beginnings = tables.words()
    stems = tables.words()
    shortWords = tables.words()
    pairs = tables.words()
    wholes = tables.words()
    parts = tables.words()
  }

  /// Adds the table to those of a build.
  func add(to tables: inout PreparedTables) {
    tables.add(hashes)
    tables.add(numbers)
    for column in [beginnings, stems, shortWords, pairs, wholes, parts] { tables.add(column) }
  }

  /// A table for so many names.
  init(capacity: Int) {
    var count = 64
    while count < 4 * capacity { count *= 2 }
    hashes = Array(repeating: 0, count: count)
    numbers = Array(repeating: 0, count: count)
    beginnings = Array(repeating: 0, count: 1 << 15 / 64)
    stems = Array(repeating: 0, count: 1 << 14 / 64)
    shortWords = Array(repeating: 0, count: 1 << 15 / 64)
    pairs = Array(repeating: 0, count: 1 << 10 / 64)
    wholes = Array(repeating: 0, count: 1 << 15 / 64)
    parts = Array(repeating: 0, count: 64)
  }

  /// Adds a name unless it is known; returns its number, the given one if it is new.
  mutating func insert(_ name: String, _ number: Int) -> Int {
    var hash = Self.seed
    /// The first letters, five bits of each, and four of them as a text holds them.
    var first: UInt32 = 0
    var text: UInt32 = 0
    var count = 0
    for byte in name.utf8 {
      guard byte.isAlphanumeric else {
        Self.set(hash, in: &parts)
        if count < Self.begun { begin(first, ofLetters: count) }
        continue
      }
      if count < Self.begun { text |= UInt32(byte & 31) << UInt32(8 * count) }
      Self.add(byte.lowercased, to: &hash)
      count += 1
      if count <= Self.begun { first = first << 5 | UInt32(byte & 31) }
      if count == Self.begun { begin(text) }
      if count == Self.stem { Self.set(hash, in: &stems) }
    }
    if count == Self.begun - 1 {
      // What follows a short name is another word, or nothing.
      begin(first, ofLetters: count)
      for next in 0..<32 as Range<UInt32> { begin(text | next << 24) }
    }
    if count == 2 { pairs[Int(first >> 6)] |= 1 << UInt64(first & 63) }
    Self.set(hash, in: &wholes)
    let place = place(of: hash)
    if hashes[place] == hash { return Int(numbers[place]) }
    hashes[place] = hash
    numbers[place] = Int32(number)
    return number
  }

  /// Takes note of the first four letters of a name, five bits in each byte.
  private mutating func begin(_ first: UInt32) {
    let bit = Self.bit(of: first)
    beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Takes note of a shorter word that a name begins with.
  private mutating func begin(_ word: UInt32, ofLetters count: Int) {
    let bit = Int(word) << (5 * (Self.begun - 1 - count))
    shortWords[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// The bit of four letters and digits, five bits in each byte.
  @inline(__always)
  private static func bit(of first: UInt32) -> Int { Int((first &* 0x9e37_79b1) >> 17) }

  /// Where a hash stands, or would.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (hashes.count - 1)
    while hashes[place] != hash, hashes[place] != 0 { place = (place + 1) & (hashes.count - 1) }
    return place
  }

  /// Whether a name may begin at a place, by its first four letters. Letters and digits may be taken
  /// for others, never missed.
  @inline(__always)
  func mayBegin(in bytes: [UInt8], at place: Int) -> Bool {
    guard place >= 0, place + 3 < bytes.count else { return false }
    let word = unsafe bytes.withUnsafeBytes { buffer in
      // The bounds stand in the line above.
      unsafe UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    let (capitals, small, digits) = ByteClasses.of(UInt64(word))
    let others = (capitals | small | digits) & 0x8080_8080 ^ 0x8080_8080
    let letters = word & 0x1F1F_1F1F
    if others == 0 {
      let bit = Self.bit(of: letters)
      return beginnings[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }
    // A word of one letter, two or three.
    switch others.trailingZeroBitCount / 8 {
    case 0: return false
    case 1: return isShort((letters & 0x1F) << 10)
    case 2: return isShort((letters & 0x1F) << 10 | (letters >> 8 & 0x1F) << 5)
    default:
      return isShort(
        (letters & 0x1F) << 10 | (letters >> 8 & 0x1F) << 5 | letters >> 16 & 0x1F)
    }
  }

  /// The same, where names of two letters count, too, and such as end with the text.
  @inline(__always)
  func mayBeginAny(in bytes: [UInt8], at place: Int) -> Bool {
    if mayBegin(in: bytes, at: place) || place + 3 >= bytes.count { return true }
    let pair = UInt32(bytes[place] & 31) << 5 | UInt32(bytes[place + 1] & 31)
    return pairs[Int(pair >> 6)] >> UInt64(pair & 63) & 1 != 0
  }

  @inline(__always)
  private func isShort(_ word: UInt32) -> Bool {
    shortWords[Int(word >> 6)] >> UInt64(word & 63) & 1 != 0
  }

  /// Calls `body` with each name that begins at a place and ends where a word may end, the shortest
  /// first.
  ///
  /// - Parameter skipsAll: whether anything may stand between the words of a name, as in the name of
  ///   a variable, or one blank or mark only.
  @inline(__always)
  func forEach(
    in bytes: [UInt8], from start: Int, to end: Int, skipsAll: Bool,
    _ body: (_ number: Int, _ end: Int) -> Void
  ) {
    var hash = Self.seed
    var count = 0
    var place = start
    while place < end, count < Self.longest {
      let byte = bytes[place]
      place += 1
      guard byte.isAlphanumeric else {
        if skipsAll { continue }
        guard Self.isJoint(byte), Self.isSet(hash, in: parts), place < end,
          bytes[place].isAlphanumeric
        else { return }
        continue
      }
      Self.add(byte.lowercased, to: &hash)
      count += 1
      if count == Self.stem, !Self.isSet(hash, in: stems) { return }
      guard Self.isSet(hash, in: wholes) else { continue }
      let slot = self.place(of: hash)
      if hashes[slot] == hash, WordBoundary.ends(bytes, at: place) {
        body(Int(numbers[slot]), place)
      }
    }
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: " ")
  }

  /// FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always)
  private static func isSet(_ hash: UInt64, in set: [UInt64]) -> Bool {
    let bit = Int(truncatingIfNeeded: hash ^ hash >> 32) & (set.count * 64 - 1)
    return set[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  private static func set(_ hash: UInt64, in set: inout [UInt64]) {
    let bit = Int(truncatingIfNeeded: hash ^ hash >> 32) & (set.count * 64 - 1)
    set[bit >> 6] |= 1 << UInt64(bit & 63)
  }
}
