import Digests
import Findings

@testable import Git

/// A pack made by hand, so that it can be as wrong as nobody's tool would make it.
struct HandmadePack {
  /// An entry: its name, and its bytes as they stand in the pack.
  struct Entry {
    var id: ObjectID
    var bytes: [UInt8]
  }

  var entries: [Entry] = []
  /// What the index says of an entry in place of where it stands.
  var offsets: [Int: UInt32] = [:]
  /// What the pack's header says in place of the number of entries.
  var count: Int?

  /// A name with this first and last byte.
  static func id(_ first: UInt8, _ last: UInt8 = 0) -> ObjectID {
    guard let id = ObjectID(bytes: [first] + [UInt8](repeating: 7, count: 18) + [last]) else {
      fatalError("twenty bytes")
    }
    return id
  }

  /// The header of an entry: its type, and the size that it claims.
  static func header(_ type: UInt8, size: Int) -> [UInt8] {
    var rest = size >> 4
    var bytes = [type << 4 | UInt8(size & 15) | (rest > 0 ? 0x80 : 0)]
    while rest > 0 {
      bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
      rest >>= 7
    }
    return bytes
  }

  /// Bytes as a zlib stream that compresses nothing (RFC 1950, RFC 1951).
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var (low, high) = (1, 0)
    for byte in bytes {
      low = (low + Int(byte)) % 65521
      high = (high + low) % 65521
    }
    let count = bytes.count
    return [0x78, 0x01, 1, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255)]
      + [UInt8(~count >> 8 & 255)] + bytes + big(UInt32(high << 16 | low))
  }

  /// The sizes at the beginning of a delta.
  static func sizes(_ base: Int, _ target: Int) -> [UInt8] {
    [base, target].flatMap { size -> [UInt8] in
      var rest = size
      var bytes: [UInt8] = []
      repeat {
        bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
        rest >>= 7
      } while rest > 0
      return bytes
    }
  }

  /// A blob.
  mutating func blob(_ text: String, as id: ObjectID) {
    let bytes = Array(text.utf8)
    entries.append(
      Entry(id: id, bytes: Self.header(3, size: bytes.count) + Self.stored(bytes)))
  }

  /// A delta on an object of some name.
  mutating func delta(_ delta: [UInt8], on base: ObjectID, as id: ObjectID) {
    entries.append(
      Entry(
        id: id, bytes: Self.header(7, size: delta.count) + base.bytes + Self.stored(delta)))
  }

  /// Writes pack and index into a repository.
  func write(into objects: Path) throws {
    var pack = Array("PACK".utf8) + Self.big(2) + Self.big(UInt32(count ?? entries.count))
    var places: [(id: ObjectID, offset: UInt32)] = []
    for (place, entry) in entries.enumerated() {
      places.append((entry.id, offsets[place] ?? UInt32(pack.count)))
      pack += entry.bytes
    }
    pack += SHA1.digest(pack.span).bytes
    places.sort { $0.id < $1.id }
    var index: [UInt8] = [0xFF, 0x74, 0x4F, 0x63] + Self.big(2)
    for first in 0..<256 {
      index += Self.big(UInt32(places.count { $0.id.bytes[0] <= UInt8(first) }))
    }
    for place in places { index += place.id.bytes }
    for _ in places { index += Self.big(0) }
    for place in places { index += Self.big(place.offset) }
    index += pack.suffix(20)
    index += SHA1.digest(index.span).bytes
    let name = objects.appending(Path("pack/pack-\(String(repeating: "a", count: 40))"))
    try save(pack, name.description + ".pack")
    try save(index, name.description + ".idx")
  }

  static func big(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }
}
