internal import Findings
internal import Glibc

/// Walks a directory: streamed, never into `.git`, never through a symbolic link.
struct DirectoryWalker {
  /// What was met on the way.
  enum Entry {
    case file
    case symbolicLink
    case special
    /// A directory that holds a repository of its own.
    case nestedRepository
    case unreadable(errno: CInt)
  }

  /// Calls `visit` with the path of each entry, relative to `root`, in the order of the file system.
  ///
  /// Directories below are kept on a list, not on the call stack, and opened one at a time, so that
  /// neither depth nor width costs file descriptors.
  func walk(_ root: Path, visit: (Path, Entry) -> Void) {
    var waiting = [Path("")]
    while let directory = waiting.popLast() {
      let absolute = root.appending(directory)
      let handle = unsafe absolute.withCString { name -> OpaquePointer? in
        let number = unsafe open(
          name,
          O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK
            | (directory.bytes.isEmpty ? 0 : O_NOFOLLOW))
        return number < 0 ? nil : unsafe fdopendir(number)
      }
      guard let handle = unsafe handle else {
        visit(directory, .unreadable(errno: errno))
        continue
      }
      defer { unsafe closedir(handle) }
      while let (name, kind) = unsafe next(handle) {
        if name == Array(".git".utf8) {
          if !directory.bytes.isEmpty { visit(directory, .nestedRepository) }
          continue
        }
        let path = directory.appending(Path(bytes: name))
        switch kind == DT_UNKNOWN ? self.kind(of: root.appending(path)) : kind {
        case DT_DIR: waiting.append(path)
        case DT_REG: visit(path, .file)
        case DT_LNK: visit(path, .symbolicLink)
        default: visit(path, .special)
        }
      }
    }
  }

  /// The next name of a directory and its kind, without `.` and `..`.
  private func next(_ handle: OpaquePointer) -> (name: [UInt8], kind: Int)? {
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name == [UInt8(ascii: ".")] || name == Array("..".utf8) { continue }
      return (name, unsafe Int(entry.pointee.d_type))
    }
    return nil
  }

  /// The kind of an entry on a file system that does not tell it with the name.
  private func kind(of path: Path) -> Int {
    var status = stat()
    let failed = unsafe path.withCString { unsafe lstat($0, &status) } != 0
    if failed { return DT_REG }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return DT_DIR
    case S_IFREG: return DT_REG
    case S_IFLNK: return DT_LNK
    default: return DT_FIFO
    }
  }
}
