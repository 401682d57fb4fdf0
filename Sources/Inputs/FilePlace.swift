internal import Findings
internal import Glibc

/// A path that the user typed, and what it leads to.
struct FilePlace {
  enum Kind {
    case file, directory
  }

  /// As it was typed.
  let typed: Path
  /// Absolute and without links.
  let real: Path
  let kind: Kind

  init(_ typed: Path) throws(InputError) {
    let resolved = unsafe typed.withCString { name -> [UInt8]? in
      guard let found = unsafe realpath(name, nil) else { return nil }
      defer { unsafe free(found) }
      return unsafe Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
    }
    guard let resolved else {
      throw errno == ENOENT ? .missing(typed) : .unreadable(typed, errno: errno)
    }
    self.typed = typed
    real = Path(bytes: resolved)
    var status = stat()
    guard unsafe real.withCString({ unsafe stat($0, &status) }) == 0 else {
      throw .unreadable(typed, errno: errno)
    }
    kind = status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
  }

  /// What stands before a path below this directory when it is shown.
  var directoryPrefix: Path {
    if typed == Path(".") { return Path("") }
    return typed.bytes.last == UInt8(ascii: "/")
      ? typed : Path(bytes: typed.bytes + [UInt8(ascii: "/")])
  }

  /// What stands before a path below `top`, a directory above this place, when it is shown: relative
  /// to the current directory unless an absolute path was typed.
  func prefix(of top: Path) -> Path {
    let slash = UInt8(ascii: "/")
    if typed.bytes.first == slash { return Path(bytes: top.bytes + [slash]) }
    guard let current = try? FilePlace(Path(".")).real else {
      return Path(bytes: top.bytes + [slash])
    }
    if let below = top.relative(to: current) {
      return below.bytes.isEmpty ? Path("") : Path(bytes: below.bytes + [slash])
    }
    guard let inside = current.relative(to: top) else { return Path(bytes: top.bytes + [slash]) }
    let depth = inside.bytes.split(separator: slash).count
    return Path(String(repeating: "../", count: depth))
  }
}

extension Path {
  /// This path below a directory, without the directory; empty for the directory itself, `nil` if it
  /// is not below.
  func relative(to directory: Path) -> Path? {
    if bytes == directory.bytes { return Path("") }
    let base =
      directory.bytes.last == UInt8(ascii: "/")
      ? directory.bytes : directory.bytes + [UInt8(ascii: "/")]
    guard bytes.starts(with: base) else { return nil }
    return Path(bytes: bytes[base.count...])
  }

  /// Everything up to the last `/`, with it.
  var parentPrefix: Path {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return Path("") }
    return Path(bytes: bytes[...slash])
  }

  /// Whether this path is a directory or lies below it; everything lies below an empty one.
  func isBelow(_ directory: Path) -> Bool {
    directory.bytes.isEmpty || relative(to: directory) != nil
  }
}
