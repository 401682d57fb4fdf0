public import Findings
internal import Glibc

/// The directories of a working tree that its index names: whether they are there, and whether
/// anything stands in them that the index does not name.
///
/// The index is the attacker's: it may name `a/passwd` where `a` is a link to `/etc` by now, or
/// `../x`, which git itself puts into no index. Where nothing stands but what is tracked, git need not
/// be asked what else there is, whatever it ignores.
struct IndexedDirectories {
  private let top: Path
  private let names: IndexedNames
  /// Whether directories are listed, or only looked at.
  private(set) var lists: Bool
  private var known: [Path: Bool] = [:]
  private var last: (directory: Path, isReal: Bool)?

  /// - Parameters:
  ///   - entries: in the order of their paths.
  ///   - lists: whether to look for what the index does not name, until something is found.
  init(below top: Path, _ entries: [IndexEntry], lists: Bool) {
    self.top = top
    names = IndexedNames(lists ? entries : [])
    self.lists = lists
    known[Path("")] = true
    if lists { list(Path("")) }
  }

  /// Whether a path stays inside the working tree, all directories above it being directories.
  ///
  /// Each directory is looked at once.
  mutating func lead(to path: Path) -> Bool {
    guard path.isOrdinary else { return false }
    let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0
    if let last, last.directory.bytes.elementsEqual(path.bytes[..<slash]) { return last.isReal }
    let directory = Path(bytes: path.bytes[..<slash])
    let answer = isReal(directory)
    last = (directory, answer)
    return answer
  }

  private mutating func isReal(_ directory: Path) -> Bool {
    if let known = known[directory] { return known }
    var answer = isReal(directory.parent)
    if answer {
      answer =
        lists && list(directory)
        || FileSystem.kind(top.appending(directory), followingLinks: false) == .directory
    }
    known[directory] = answer
    return answer
  }

  /// Compares a directory with the index; `false` if it could not be opened, links not followed.
  @discardableResult
  private mutating func list(_ directory: Path) -> Bool {
    let entries = names.below(directory)
    guard
      let isRead = unsafe FileSystem.list(
        top.appending(directory), body: { unsafe isTracked($0, $1, among: entries) })
    else {
      // What is there and cannot be opened is git's to complain about.
      let kind = FileSystem.kind(top.appending(directory), followingLinks: false)
      if kind == .directory { lists = false }
      return false
    }
    if !isRead { lists = false }
    return true
  }

  /// Whether the index names an entry of a directory, or something below it, or git does not tell of it.
  private func isTracked(
    _ name: UnsafeRawBufferPointer, _ type: Int, among entries: IndexedNames.Below
  ) -> Bool {
    if unsafe name.elementsEqual(".git".utf8) { return true }
    switch type {
    case DT_REG, DT_LNK: return unsafe names.holds(name, in: entries)
    case DT_DIR: return unsafe names.holdsBelow(name, in: entries)
    // Sockets and the like are no files to git; what the file system does not tell may be one.
    case DT_UNKNOWN: return false
    default: return true
    }
  }
}

extension Path {
  /// Whether the path is relative and goes nowhere but down: the paths that git allows in an index.
  public var isOrdinary: Bool {
    var start = 0
    while true {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
      if end == start { return false }
      if bytes[start] == UInt8(ascii: "."), end - start <= 4 {
        let part = bytes[start..<end]
        if [".", "..", ".git"].contains(where: { part.elementsEqual($0.utf8) }) { return false }
      }
      if end == bytes.count { return true }
      start = end + 1
    }
  }
}
