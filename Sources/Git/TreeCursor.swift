internal import Findings

/// A place in the entries of a tree: `<octal mode> <name>\0<id>` for each.
struct TreeCursor {
  /// What an entry says of its file, with the mode that git reads it as.
  struct Entry: Equatable {
    let id: ObjectID
    let mode: FileMode
  }

  private let bytes: [UInt8]
  private let idLength: Int
  private var start = 0
  private var nameStart = 0
  private var nameEnd = 0
  private var mode: UInt32 = 0
  /// Whether the tree ends in the middle of an entry.
  private(set) var isDamaged = false

  /// The first entry of a tree.
  init(_ bytes: [UInt8], idLength: Int) {
    self.bytes = bytes
    self.idLength = idLength
    read()
  }

  /// Whether there is no further entry.
  var isAtEnd: Bool { start == bytes.count || isDamaged }

  /// The name of the entry.
  var name: ArraySlice<UInt8> { bytes[nameStart..<nameEnd] }

  /// Whether the entry is a directory.
  var isTree: Bool { FileMode(bits: mode).isTree }

  /// Whether the entry stands before another one: directories stand as if their names ended in `/`.
  func precedes(_ other: TreeCursor) -> Bool { order(other) < 0 }

  /// Takes the entry if it has the key of another one.
  mutating func take(if key: TreeCursor) -> Entry? {
    guard !isAtEnd, isTree == key.isTree, order(key) == 0 else { return nil }
    return take()
  }

  /// Takes the entry.
  mutating func take() -> Entry? {
    guard let id = ObjectID(bytes.span.extracting(nameEnd + 1..<nameEnd + 1 + idLength))
    else { return nil }
    let entry = Entry(id: id, mode: Self.read(mode))
    start = nameEnd + 1 + idLength
    read()
    return entry
  }

  /// Passes over the entries that stand in both trees, one after another and byte by byte the same.
  mutating func skipCommon(with other: inout TreeCursor) {
    guard !isAtEnd, !other.isAtEnd else { return }
    let same = bytes.span.countEqual(from: start, to: other.bytes.span, from: other.start)
    let passed = Self.entries(of: bytes, from: start, within: same, idLength)
    guard passed > 0 else { return }
    start += passed
    other.start += passed
    read()
    other.read()
  }

  /// Passes over the entries that stand in all trees, one after another and byte by byte the same.
  mutating func skipCommon(with others: inout [TreeCursor]) {
    guard !isAtEnd, !others.contains(where: \.isAtEnd) else { return }
    var same = bytes.count - start
    for other in others {
      same = min(
        same, bytes.span.countEqual(from: start, to: other.bytes.span, from: other.start))
    }
    let passed = Self.entries(of: bytes, from: start, within: same, idLength)
    guard passed > 0 else { return }
    start += passed
    read()
    for index in others.indices {
      others[index].start += passed
      others[index].read()
    }
  }

  /// How many bytes the whole entries take that lie within so many bytes.
  private static func entries(
    of bytes: [UInt8], from start: Int, within length: Int, _ idLength: Int
  ) -> Int {
    let span = bytes.span
    var passed = 0
    while passed < length {
      let end = span.firstZero(from: start + passed) + 1 + idLength - start
      if end > length { break }
      passed = end
    }
    return passed
  }

  /// Reads the entry that begins at `start`.
  private mutating func read() {
    guard start < bytes.count else { return }
    (mode, nameStart, nameEnd) = Self.entry(of: bytes, at: start)
    isDamaged = idLength > bytes.count - nameEnd - 1
  }

  private static func entry(of bytes: [UInt8], at start: Int) -> (UInt32, Int, Int) {
    let span = bytes.span
    let (mode, name) = mode(of: span, at: start)
    return (mode.bits, name, span.firstZero(from: name))
  }

  /// The mode of the entry that begins at a place, and where its name begins: the end if there is
  /// none.
  static func mode(of bytes: Span<UInt8>, at start: Int) -> (FileMode, name: Int) {
    // Nearly all entries begin in one of two ways.
    if start + 8 <= bytes.count {
      let word = bytes.word64(at: start)
      if word >> 8 == 0x31_3030_3634_3420 { return (FileMode(bits: 0o100644), start + 7) }
      if word >> 16 == 0x3430_3030_3020 { return (FileMode(bits: 0o040000), start + 6) }
    }
    var place = start
    var mode: UInt32 = 0
    while place < bytes.count, bytes[place] != 0x20 {
      mode = mode << 3 | UInt32(bytes[place] & 7)
      place += 1
    }
    return (FileMode(bits: mode), min(place + 1, bytes.count))
  }

  /// Whether the entry stands before another one (below zero), behind it, or at the same place.
  func order(_ other: TreeCursor) -> Int {
    let length = min(nameEnd - nameStart, other.nameEnd - other.nameStart)
    let same = bytes.span.extracting(..<nameEnd).countEqual(
      from: nameStart, to: other.bytes.span.extracting(..<other.nameEnd), from: other.nameStart)
    if same < length {
      return bytes[nameStart + same] < other.bytes[other.nameStart + same] ? -1 : 1
    }
    return Int(byte(at: length)) - Int(other.byte(at: length))
  }

  /// The byte of the name at a place, as the order sees it behind the end.
  private func byte(at place: Int) -> UInt8 {
    if nameStart + place < nameEnd { return bytes[nameStart + place] }
    return isTree && nameStart + place == nameEnd ? UInt8(ascii: "/") : 0
  }

  /// git knows four kinds of entries and two modes of files, whatever else the bits say.
  private static func read(_ mode: UInt32) -> FileMode {
    switch mode & 0o170000 {
    case 0o100000: FileMode(bits: mode & 0o100 == 0 ? 0o100644 : 0o100755)
    case 0o120000: FileMode(bits: 0o120000)
    case 0o040000: FileMode(bits: 0o040000)
    default: FileMode(bits: 0o160000)
    }
  }
}

extension Span<UInt8> {
  /// The place of the next zero; the end if there is none.
  func firstZero(from start: Int) -> Int {
    var place = start
    while place + 8 <= count {
      let word = word64(at: place)
      // The highest bit of each byte that is zero; those below a zero may be set wrongly.
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if zeros != 0 { break }
      place += 8
    }
    while place < count, self[place] != 0 { place += 1 }
    return place
  }

  /// How many bytes from a place on are the same as those of another span from a place on.
  func countEqual(from start: Int, to other: Span<UInt8>, from place: Int) -> Int {
    let length = Swift.min(count - start, other.count - place)
    var offset = 0
    // Eight at a time: this is what comparing trees spends its time on.
    while offset + 8 <= length {
      let difference = word64(at: start + offset) ^ other.word64(at: place + offset)
      if difference != 0 { return offset + difference.leadingZeroBitCount / 8 }
      offset += 8
    }
    while offset < length, self[start + offset] == other[place + offset] { offset += 1 }
    return offset
  }
}
