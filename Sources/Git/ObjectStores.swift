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
}
