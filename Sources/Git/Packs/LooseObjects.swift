internal import Deflate
internal import Findings

/// The objects of a repository that stand in files of their own.
struct LooseObjects: Sendable {
  /// An object and the object directory that holds it.
  struct Entry: Sendable {
    let id: ObjectID
    let store: Path
    let kind: ObjectKind

    /// Where the file stands.
    var path: Path { LooseObjects.path(of: id, in: store) }
  }

  /// The objects in the order of their names, each once.
  let entries: [Entry]
  /// Whether a file or a folder was left out, because it could not be read.
  let isIncomplete: Bool

  /// Lists the loose objects of some object directories and reads each to learn its kind.
  ///
  /// - Parameter isKnown: whether an object stands in a pack, too; it is left out.
  init(in stores: [Path], isKnown: (ObjectID) -> Bool) {
    let inflater = Inflater()
    var entries: [Entry] = []
    var isIncomplete = false
    func names(in folder: Path) -> [[UInt8]] {
      let names = FileSystem.allNames(in: folder)
      if names == nil { isIncomplete = true }
      return names ?? []
    }
    for store in stores {
      for folder in names(in: store) where folder.count == 2 {
        for name in names(in: store.appending(Path(bytes: folder))) {
          guard let id = ObjectID(hex: folder + name), !isKnown(id) else { continue }
          let object = LooseObject(
            Self.path(of: id, in: store), most: Self.mostHeld, inflater: inflater)
          if let object {
            entries.append(Entry(id: id, store: store, kind: object.kind))
          } else {
            isIncomplete = true
          }
        }
      }
    }
    entries.sort { $0.id < $1.id }
    var distinct: [Entry] = []
    for entry in entries where entry.id != distinct.last?.id { distinct.append(entry) }
    self.entries = distinct
    self.isIncomplete = isIncomplete
  }

  /// Objects above this size are left to git, which reads them in parts.
  static let mostHeld = 64 << 20

  /// The entry of an object; `nil` if it is not loose.
  func entry(of id: ObjectID) -> Entry? { place(of: id).map { entries[$0] } }

  /// The place of an object's entry; `nil` if it is not loose.
  func place(of id: ObjectID) -> Int? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = low + (high - low) / 2
      if entries[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].id == id ? low : nil
  }

  /// Where an object stands in an object directory.
  static func path(of id: ObjectID, in store: Path) -> Path {
    let name = Array(id.description.utf8)
    return store.appending(
      Path(bytes: name[..<2] + [UInt8(ascii: "/")] + name[2...]))
  }
}
