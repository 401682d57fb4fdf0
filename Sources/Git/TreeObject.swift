internal import Findings

/// The bytes of a tree: `<octal mode> <name>\0<id>` for each entry.
enum TreeObject {
  /// An entry of one tree.
  struct Entry: Equatable {
    let name: ArraySlice<UInt8>
    let id: ObjectID
    let mode: FileMode
  }

  /// The entries, and whether the tree ends behind the last one and not in the middle of another.
  static func entries(_ bytes: [UInt8], idLength: Int) -> (entries: [Entry], isWhole: Bool) {
    var entries: [Entry] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: UInt8(ascii: " ")),
        let end = rest[space...].firstIndex(of: 0), end + idLength < rest.endIndex,
        let mode = FileMode(octal: rest[..<space]),
        let id = ObjectID(bytes: rest[(end + 1)...(end + idLength)])
      else { return (entries, false) }
      entries.append(Entry(name: rest[(space + 1)..<end], id: id, mode: mode))
      rest = rest[(end + idLength + 1)...]
    }
    return (entries, true)
  }
}
