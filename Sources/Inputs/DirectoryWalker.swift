internal import Findings
internal import Glibc

/// Walks a directory: streamed, never into `.git`, never through a symbolic link.
struct DirectoryWalker {
  /// What was met on the way.
  enum Entry: Hashable {
    case file
    case symbolicLink
    case special
    /// A directory that could not be read, or not to its end.
    case unreadable(errno: CInt)
  }

  /// Calls `visit` with the path of each entry, relative to `root`, in the order of the file system.
  ///
  /// Directories below are kept on a list, not on the call stack, and opened one at a time, so that
  /// neither depth nor width costs file descriptors.
  func walk(_ root: Path, visit: (Path, Entry) -> Void) {
    var waiting = [Path("")]
    while let directory = waiting.popLast() {
      let number = root.appending(directory)
        .open(O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
      guard number >= 0, let handle = unsafe fdopendir(number) else {
        let code = errno
        if number >= 0 { close(number) }
        visit(directory, .unreadable(errno: code))
        continue
      }
      defer { unsafe closedir(handle) }
      errno = 0
      while let (name, kind) = unsafe next(handle) {
        let path = directory.appending(Path(bytes: name))
        switch kind {
        case _ where name == Array(".git".utf8): break
        case DT_DIR: waiting.append(path)
        case DT_REG: visit(path, .file)
        case DT_LNK: visit(path, .symbolicLink)
        default: visit(path, .special)
        }
        errno = 0
      }
      if errno != 0 { visit(directory, .unreadable(errno: errno)) }
    }
  }

  /// The next name of a directory and its kind, without `.` and `..`; `nil` at the end, with `errno`
  /// set if it comes too early.
  private func next(_ handle: OpaquePointer) -> (name: [UInt8], kind: Int)? {
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name == [UInt8(ascii: ".")] || name == Array("..".utf8) { continue }
      let kind = unsafe Int(entry.pointee.d_type)
      return (name, kind == DT_UNKNOWN ? self.kind(of: name, in: unsafe dirfd(handle)) : kind)
    }
    return nil
  }

  /// The kind of an entry on a file system that does not tell it with the name.
  private func kind(of name: [UInt8], in directory: CInt) -> Int {
    var status = stat()
    let failed = unsafe Path(bytes: name).withCString {
      unsafe fstatat(directory, $0, &status, AT_SYMLINK_NOFOLLOW)
    }
    if failed != 0 { return DT_REG }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return DT_DIR
    case S_IFREG: return DT_REG
    case S_IFLNK: return DT_LNK
    default: return DT_FIFO
    }
  }
}
