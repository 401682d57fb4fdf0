internal import Findings
internal import Glibc

/// The few questions that finding a repository asks the file system.
///
/// Nothing here blocks: a FIFO is never opened for reading without `O_NONBLOCK`.
enum FileSystem {
  /// What stands at a path.
  enum Kind: Equatable {
    case regular, directory, symbolicLink, special
  }

  /// What stands at a path, links followed or not; `nil` if nothing does or it cannot be seen.
  static func kind(_ path: Path, followingLinks: Bool = true) -> Kind? {
    facts(path, followingLinks: followingLinks)?.kind
  }

  /// The user who owns what stands at a path.
  static func owner(_ path: Path) -> UInt32? { facts(path, followingLinks: true)?.owner }

  /// The absolute path without links; `nil` if nothing stands there.
  static func realPath(_ path: Path) -> Path? {
    guard let name = cString(path), let resolved = unsafe realpath(name, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe Path(
      bytes: UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// The content of a small regular file; `nil` if it is none, is longer than `limit` bytes or
  /// cannot be read.
  static func contents(_ path: Path, atMost limit: Int = 4096) -> [UInt8]? {
    guard let name = cString(path) else { return nil }
    let file = unsafe open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    guard unsafe fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    guard facts.st_size <= limit else { return nil }
    var bytes: [UInt8] = []
    // One byte more than there is: one call reads a file that did not grow, and sees its end.
    var room = max(Int(facts.st_size) + 1, 512)
    while true {
      var count = 0
      bytes.append(addingCapacity: room) { output in
        unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
          count = unsafe read(file, buffer.baseAddress, room)
          initialized += max(count, 0)
        }
      }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if bytes.count > limit { return nil }
      if count < room { return bytes }
      room = 4096
    }
  }

  /// Calls a closure with each name in a directory but `.` and `..`, and its type as `DT_DIR` and the
  /// like, until it says `false`.
  ///
  /// - Returns: whether it never did and the directory was read to its end; `nil` if it could not be
  ///   opened, or is a link to one.
  static func list(_ directory: Path, body: (UnsafeRawBufferPointer, Int) -> Bool) -> Bool? {
    guard let name = cString(directory) else { return nil }
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
    let number = unsafe open(name, flags)
    guard number >= 0 else { return nil }
    guard let stream = unsafe fdopendir(number) else {
      close(number)
      return nil
    }
    defer { unsafe closedir(stream) }
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe nameBytes(of: entry)
      let isDot = unsafe name.elementsEqual([0x2E]) || name.elementsEqual([0x2E, 0x2E])
      let type = unsafe Int(entry.pointee.d_type)
      if !isDot, unsafe !body(name, type) { return false }
      errno = 0
    }
    return errno == 0
  }

  /// The names in a directory, sorted; none if it cannot be read.
  static func names(in directory: Path) -> [[UInt8]] { allNames(in: directory) ?? [] }

  /// The names in a directory, sorted; none if there is no such directory, `nil` if it cannot be read
  /// to its end.
  static func allNames(in directory: Path) -> [[UInt8]]? {
    guard let name = cString(directory) else { return nil }
    guard let stream = unsafe opendir(name) else { return errno == ENOENT ? [] : nil }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let found = unsafe Self.name(of: entry)
      if found != [0x2E] && found != [0x2E, 0x2E] { names.append(found) }
      errno = 0
    }
    return errno == 0 ? names.sorted { $0.lexicographicallyPrecedes($1) } : nil
  }

  /// The first entry of a directory that is neither a regular file nor a directory, links followed.
  static func firstSpecial(in directory: Path) -> Path? {
    guard let name = cString(directory), let stream = unsafe opendir(name) else { return nil }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      // The type in the entry saves a call for each of many files.
      let type = unsafe entry.pointee.d_type
      if type == UInt8(DT_REG) || type == UInt8(DT_DIR) { continue }
      let path = directory.appending(Path(bytes: unsafe Self.name(of: entry)))
      if kind(path) == .special { return path }
    }
    return nil
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    unsafe [UInt8](nameBytes(of: entry))
  }

  private static func nameBytes(of entry: UnsafeMutablePointer<dirent>) -> UnsafeRawBufferPointer {
    let start = unsafe UnsafeRawPointer(entry)
      .advanced(by: MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
    let count = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
    return unsafe UnsafeRawBufferPointer(start: start, count: count)
  }

  private static func facts(_ path: Path, followingLinks: Bool) -> (kind: Kind, owner: UInt32)? {
    guard let name = cString(path) else { return nil }
    var facts = stat()
    guard unsafe (followingLinks ? stat(name, &facts) : lstat(name, &facts)) == 0 else {
      return nil
    }
    let kind: Kind =
      switch facts.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .special
      }
    return (kind, facts.st_uid)
  }

  /// The path with a NUL behind it; `nil` if it is empty or holds one itself.
  private static func cString(_ path: Path) -> [CChar]? {
    guard !path.bytes.isEmpty, !path.bytes.contains(0) else { return nil }
    return path.bytes.map { CChar(bitPattern: $0) } + [0]
  }
}

extension Path {
  /// Whether this absolute path is the other one or lies below it; both without links.
  func isInside(_ directory: Path) -> Bool {
    if directory.bytes == [UInt8(ascii: "/")] { return true }
    guard bytes.starts(with: directory.bytes) else { return false }
    return bytes.count == directory.bytes.count
      || bytes[directory.bytes.count] == UInt8(ascii: "/")
  }

  /// A path that is absolute, or relative to a base.
  func resolved(against base: Path) -> Path {
    bytes.first == UInt8(ascii: "/") ? self : base.appending(self)
  }
}
