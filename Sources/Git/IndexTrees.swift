internal import Digests
internal import Findings

/// The directories of an index, each with the name that git would give its tree.
///
/// A tree's name is the hash of what lies in it. So a directory of the index whose name is that of
/// HEAD's tree holds the same files, and HEAD's tree need not be read. The names are computed here:
/// an index may bring a cache of them, and may lie.
struct IndexTrees {
  /// A directory.
  struct Directory {
    /// The bytes of its path, with the `/` behind it; 0 for the top.
    let prefix: Int
    /// Its entries, those of its subdirectories included.
    let entries: Range<Int>
    /// Its entries, without those of its subdirectories.
    fileprivate(set) var files: [Int] = []
    /// Its subdirectories.
    fileprivate(set) var directories: [Int] = []
    /// The name of its tree; `nil` if there is a conflict in it.
    fileprivate(set) var id: ObjectID?
  }

  private(set) var directories: [Directory] = []
  /// The directory of the whole index.
  var top: Directory { directories[directories.count - 1] }

  /// A directory that is not finished.
  fileprivate struct Open {
    let prefix: Int
    let start: Int
    var files: [Int] = []
    var directories: [Int] = []
    var tree: [UInt8] = []
    var isConflicted = false
  }

  /// - Parameter entries: in the order of an index, in which the entries of a directory are side by
  ///   side and in the order of its tree. In another order names are wrong, and equal none of HEAD's.
  init(_ entries: [IndexEntry]) {
    var open = [Open(prefix: 0, start: 0)]
    for (index, entry) in entries.enumerated() {
      let path = entry.path.bytes
      if index > 0 {
        let last = entries[index - 1].path.bytes
        let shared = zip(path, last).prefix { $0 == $1 }.count
        while open[open.count - 1].prefix > shared { close(&open, before: index, in: entries) }
      }
      var prefix = open[open.count - 1].prefix
      while let slash = path[prefix...].firstIndex(of: UInt8(ascii: "/")) {
        prefix = slash + 1
        open.append(Open(prefix: prefix, start: index))
      }
      open[open.count - 1].files.append(index)
      if entry.stage == 0 {
        open[open.count - 1].add(entry.mode, path[prefix...], entry.id)
      } else {
        open[open.count - 1].isConflicted = true
      }
    }
    while !open.isEmpty { close(&open, before: entries.count, in: entries) }
  }

  /// Finishes the innermost directory.
  private mutating func close(_ open: inout [Open], before end: Int, in entries: [IndexEntry]) {
    let done = open.removeLast()
    var directory = Directory(prefix: done.prefix, entries: done.start..<end)
    directory.files = done.files
    directory.directories = done.directories
    let idLength = end > done.start ? entries[done.start].id.bytes.count : 20
    if !done.isConflicted { directory.id = Self.name(ofTree: done.tree, idLength) }
    let index = directories.count
    directories.append(directory)
    guard !open.isEmpty else { return }
    open[open.count - 1].directories.append(index)
    if let id = directory.id {
      let path = entries[done.start].path.bytes
      let name = path[open[open.count - 1].prefix..<done.prefix - 1]
      open[open.count - 1].add(FileMode(bits: 0o040000), name, id)
    } else {
      open[open.count - 1].isConflicted = true
    }
  }

  /// Source: git's documentation, gitformat-pack and "Git Internals - Git Objects".
  private static func name(ofTree tree: [UInt8], _ idLength: Int) -> ObjectID? {
    let object = Array("tree \(tree.count)\0".utf8) + tree
    let digest = idLength == 32 ? SHA256.digest(object.span) : SHA1.digest(object.span)
    return ObjectID(bytes: digest.bytes)
  }
}

extension IndexTrees.Open {
  /// Adds `<octal mode> <name>\0<id>`.
  fileprivate mutating func add(_ mode: FileMode, _ name: ArraySlice<UInt8>, _ id: ObjectID) {
    tree += Array(String(mode.bits, radix: 8).utf8)
    tree.append(UInt8(ascii: " "))
    tree += name
    tree.append(0)
    tree += id.bytes
  }
}
