internal import Findings

/// The object directories that a repository reads: its own, and those it borrows from.
enum ObjectStores {
  /// Throws if the object directory, its packs or one of its alternates lies outside of all
  /// places. A symbolic link is an alternate under another name.
  static func check(_ objects: Path, inside places: [Path], depth: Int = 0) throws(GitError) {
    for directory in [objects, objects.appending(Path("pack")), objects.appending(Path("info"))] {
      guard let real = FileSystem.realPath(directory) else { continue }
      guard places.contains(where: real.isInside) else {
        throw .refused(.objectsOutside, directory)
      }
    }
    let list = objects.appending(Path("info/alternates"))
    guard FileSystem.kind(list) != nil else { return }
    // git itself follows five steps.
    guard depth <= 5, let content = FileSystem.contents(list, atMost: 1 << 16) else {
      throw .refused(.objectsOutside, list)
    }
    for line in content.split(separator: UInt8(ascii: "\n")) where line.first != 0x23 {
      // A quoted path is not ours to read: nobody has one inside his own repository.
      guard line.first != UInt8(ascii: "\"") else { throw .refused(.objectsOutside, list) }
      let alternate = Path(bytes: line).resolved(against: objects)
      guard let real = FileSystem.realPath(alternate) else { continue }
      try check(real, inside: places, depth: depth + 1)
    }
  }

  /// An object directory and those that it borrows from, as far as they are there. What lies outside
  /// was refused when the repository was opened.
  static func all(_ objects: Path) -> [Path] {
    var stores = [objects]
    var next = 0
    // As many steps as git follows would be 5; a ring ends because each directory is listed once.
    while next < stores.count {
      let store = stores[next]
      next += 1
      let list =
        FileSystem.contents(store.appending(Path("info/alternates")), atMost: 1 << 16) ?? []
      for line in list.split(separator: UInt8(ascii: "\n")) where line.first != 0x23 {
        guard let real = FileSystem.realPath(Path(bytes: line).resolved(against: store)),
          !stores.contains(real)
        else { continue }
        stores.append(real)
      }
    }
    return stores
  }

  /// git opens each loose object and waits forever for one that is a FIFO.
  static func requireOrdinary(_ objects: Path) throws(GitError) {
    for name in FileSystem.names(in: objects) where name.count == 2 || name == Array("pack".utf8) {
      let folder = objects.appending(Path(bytes: name))
      if let special = FileSystem.firstSpecial(in: folder) {
        throw .refused(.specialFile, special)
      }
    }
  }
}
