internal import Findings

/// What stands before the compressed bytes of an entry of a pack (gitformat-pack).
struct EntryHeader {
  /// What the compressed bytes are.
  enum Content {
    case object(ObjectKind)
    /// A delta on the entry that begins so many bytes before this one.
    case offsetDelta(Int)
    /// A delta on an object of this name.
    case nameDelta(ObjectID)
  }

  let content: Content
  /// The length of the decompressed bytes, as the header claims.
  let size: Int
  /// The length of the header.
  let length: Int

  /// The most that a header takes.
  static let longest = 32

  /// Reads the header that the bytes begin with; `nil` if it is none.
  init?(_ bytes: Span<UInt8>) {
    var place = 0
    func next() -> UInt8? {
      guard place < bytes.count else { return nil }
      defer { place += 1 }
      return bytes[place]
    }
    guard var byte = next() else { return nil }
    let type = byte >> 4 & 7
    var size = Int(byte & 15)
    var shift = 4
    while byte & 0x80 != 0 {
      guard let more = next(), shift < 56 else { return nil }
      byte = more
      size |= Int(byte & 0x7F) << shift
      shift += 7
    }
    self.size = size
    switch type {
    case 1: content = .object(.commit)
    case 2: content = .object(.tree)
    case 3: content = .object(.blob)
    case 4: content = .object(.tag)
    case 6:
      guard var byte = next() else { return nil }
      var distance = Int(byte & 0x7F)
      while byte & 0x80 != 0 {
        guard let more = next(), distance < 1 << 48 else { return nil }
        byte = more
        distance = (distance + 1) << 7 | Int(byte & 0x7F)
      }
      content = .offsetDelta(distance)
    case 7:
      guard place + 20 <= bytes.count,
        let id = ObjectID(bytes.extracting(place..<place + 20))
      else { return nil }
      content = .nameDelta(id)
      place += 20
    default: return nil
    }
    length = place
  }
}
