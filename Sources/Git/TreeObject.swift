internal import Findings

/// The bytes of a tree: `<octal mode> <name>\0<id>` for each entry.
enum TreeObject {
  /// The answer to a look for an entry.
  enum Lookup: Equatable {
    case found(ObjectID, FileMode)
    case absent
    /// The tree ends in the middle of an entry, or holds something else.
    case damaged
  }

  /// Looks for an entry.
  static func entry(_ name: ArraySlice<UInt8>, in bytes: [UInt8], idLength: Int) -> Lookup {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: UInt8(ascii: " ")),
        let end = rest[space...].firstIndex(of: 0), end + idLength < rest.endIndex,
        let mode = FileMode(octal: rest[..<space]),
        let id = ObjectID(bytes: rest[(end + 1)...(end + idLength)])
      else { return .damaged }
      if rest[(space + 1)..<end] == name { return .found(id, mode) }
      rest = rest[(end + idLength + 1)...]
    }
    return .absent
  }
}
