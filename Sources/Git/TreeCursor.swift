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
    var isFirst = true
    defer { if !isFirst { other.read() } }
    while !isAtEnd, !other.isAtEnd {
      let length = nameEnd + 1 + idLength - start
      guard length <= other.bytes.count - other.start,
        bytes.span.isEqual(start..<start + length, to: other.bytes.span, at: other.start)
      else { return }
      start += length
      other.start += length
      read()
      isFirst = false
    }
  }

  /// Reads the entry that begins at `start`.
  private mutating func read() {
    guard start < bytes.count else { return }
    let bytes = bytes
    let span = bytes.span
    var place = start
    var mode: UInt32 = 0
    while place < bytes.count, span[place] != 0x20 {
      mode = mode << 3 | UInt32(span[place] & 7)
      place += 1
    }
    self.mode = mode
    nameStart = place + 1
    let end = span.firstZero(from: min(place + 1, bytes.count))
    nameEnd = end
    isDamaged = idLength > bytes.count - end - 1
  }

  /// Whether the entry stands before another one (below zero), behind it, or at the same place.
  func order(_ other: TreeCursor) -> Int {
    let count = min(nameEnd - nameStart, other.nameEnd - other.nameStart)
    for place in 0..<count {
      let (left, right) = (bytes[nameStart + place], other.bytes[other.nameStart + place])
      if left != right { return left < right ? -1 : 1 }
    }
    return Int(byte(at: count)) - Int(other.byte(at: count))
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

  /// Whether a range holds the same bytes as another span does at a place.
  func isEqual(_ range: Range<Int>, to other: Span<UInt8>, at place: Int) -> Bool {
    var offset = 0
    // Eight at a time: this is what comparing trees spends its time on.
    while offset + 8 <= range.count {
      if word64(at: range.lowerBound + offset) != other.word64(at: place + offset) { return false }
      offset += 8
    }
    while offset < range.count {
      if self[range.lowerBound + offset] != other[place + offset] { return false }
      offset += 1
    }
    return true
  }
}
