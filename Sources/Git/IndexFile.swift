internal import Findings

/// Reads an index file as git writes it: versions 2 to 4, without split or sparse indexes.
///
/// What is unusual in any way is left to git, which knows more and complains about damage: a reading is
/// whole or there is none. The file is the attacker's, so every length is held against its bytes.
/// The checksum at its end is not computed; git does not look at it either when it lists an index.
///
/// Source: git's documentation, gitformat-index.
struct IndexFile {
  private let bytes: [UInt8]
  /// How long the objects' names are; also the length of the checksum.
  private let idLength: Int
  private let version: UInt32
  private var place = 12
  private var last: [UInt8] = []
  private var lastStage = 0
  /// How many bytes the paths have so far.
  private var length = 0

  /// Ten numbers of stat(2).
  private static let statLength = 40
  /// How much longer than the file all paths may be: in version 4 each may share most of the last one,
  /// and a small file stand for more than a memory holds.
  private static let mostExpansion = 32

  /// The entries, in their order; `nil` for what git should be asked about.
  static func entries(_ bytes: [UInt8], idLength: Int = 20) -> [IndexEntry]? {
    guard var file = IndexFile(bytes, idLength), let count = file.count else { return nil }
    var entries: [IndexEntry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      guard let entry = file.next() else { return nil }
      entries.append(entry)
    }
    return file.endsPlainly ? entries : nil
  }

  private init?(_ bytes: [UInt8], _ idLength: Int) {
    guard bytes.count >= place + idLength, bytes.starts(with: "DIRC".utf8) else { return nil }
    self.bytes = bytes
    self.idLength = idLength
    version = Self.number(bytes, at: 4)
    guard (2...4).contains(version) else { return nil }
  }

  /// Where the checksum begins.
  private var end: Int { bytes.count - idLength }

  /// How many entries there are said to be; `nil` if the file has no room for them.
  private var count: Int? {
    let count = Int(Self.number(bytes, at: 8))
    return count <= (end - place) / (Self.statLength + idLength + 3) ? count : nil
  }

  private static func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func next() -> IndexEntry? {
    let start = place
    let named = start + Self.statLength + idLength
    guard named + 4 <= end else { return nil }
    let mode = FileMode(bits: Self.number(bytes, at: start + 24))
    guard mode.isFile || mode.isSymbolicLink || mode.isSubmodule,
      let id = ObjectID(bytes.span.extracting(start + Self.statLength..<named))
    else { return nil }
    let flags = Int(bytes[named]) << 8 | Int(bytes[named + 1])
    place = named + 2
    if flags & 0x4000 != 0 {
      // Of the further flags only those of sparse checkouts and of `add --intent-to-add` are known.
      guard version >= 3, bytes[place] & ~0x60 == 0, bytes[place + 1] == 0 else { return nil }
      place += 2
    }
    let stage = flags >> 12 & 3
    guard let path = path(ofLength: flags & 0xFFF), isBehindLast(path, stage) else { return nil }
    if version < 4 {
      // One to eight zeros make the entry's length a multiple of eight.
      place = start + (place - start + 8) & ~7
      guard place <= end else { return nil }
    }
    length += path.count
    guard length <= Self.mostExpansion * bytes.count else { return nil }
    last = path
    lastStage = stage
    return IndexEntry(path: Path(bytes: path), id: id, mode: mode, stage: stage)
  }

  /// Takes a path; in version 4 with the zero behind it.
  private mutating func path(ofLength length: Int) -> [UInt8]? {
    var shared = 0
    if version == 4 {
      guard let cut = offset(), cut <= last.count else { return nil }
      shared = last.count - cut
    }
    let zero = bytes.span.extracting(place..<end).firstIndex(of: 0)
    guard let zero, shared + zero > 0 else { return nil }
    // Longer ones than that are said to be just as long.
    guard length == min(shared + zero, 0xFFF) else { return nil }
    let path = last[..<shared] + bytes[place..<place + zero]
    place += version == 4 ? zero + 1 : zero
    return Array(path)
  }

  /// A number of seven bits a byte, as the offsets of packs are written.
  private mutating func offset() -> Int? {
    var value = 0
    for count in 0..<5 {
      guard place < end else { return nil }
      let byte = bytes[place]
      place += 1
      value = (count == 0 ? 0 : value + 1) << 7 | Int(byte & 0x7F)
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }

  /// Whether an entry may stand behind the last one: git refuses any other order.
  private func isBehindLast(_ path: [UInt8], _ stage: Int) -> Bool {
    if path == last { return lastStage != 0 && stage > lastStage }
    return last.lexicographicallyPrecedes(path)
  }

  /// Whether behind the entries stands nothing but extensions that may be left out.
  private var endsPlainly: Bool {
    var place = place
    while place < end {
      // A name in small letters says that the index means nothing without it.
      guard place + 8 <= end, (0x41...0x5A).contains(bytes[place]) else { return false }
      place += 8 + Int(Self.number(bytes, at: place + 4))
    }
    return place == end
  }
}

extension Span<UInt8> {
  /// Where a byte stands first.
  fileprivate func firstIndex(of byte: UInt8) -> Int? {
    for index in 0..<count where self[index] == byte { return index }
    return nil
  }
}
