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
    // The C library would stop at a NUL and find another path.
    guard !typed.bytes.contains(0) else { throw .missing(typed) }
    let resolved = unsafe typed.withCString { name -> [UInt8]? in
      guard let found = unsafe realpath(name, nil) else { return nil }
      defer { unsafe free(found) }
      return unsafe Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
    }
    guard let resolved else {
      let code = errno
      throw code == ENOENT || code == ENOTDIR ? .missing(typed) : .unreadable(typed, errno: code)
    }
    self.typed = typed
    real = Path(bytes: resolved)
    var status = stat()
    guard unsafe real.withCString({ unsafe stat($0, &status) }) == 0 else {
      throw .unreadable(typed, errno: errno)
    }
    kind = status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
  }

  /// What stands before a path below a directory around this place when it is shown: relative to the
  /// current directory, unless an absolute path was typed.
  func prefix(of directory: Path) -> Path {
    guard typed.bytes.first != UInt8(ascii: "/"), let current = try? FilePlace(Path(".")).real
    else { return directory.asPrefix }
    return directory.prefix(from: current)
  }
}

extension Path {
  /// The way from one directory to this one, both absolute and without links; empty, or ending in
  /// `/`.
  func prefix(from directory: Path) -> Path {
    let slash = UInt8(ascii: "/")
    let from = directory.bytes.split(separator: slash)
    let to = bytes.split(separator: slash)
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let up = [UInt8](repeating: UInt8(ascii: "."), count: 2)[...]
    let way = Array(repeating: up, count: from.count - shared) + to[shared...]
    return Path(bytes: way.flatMap { $0 + [slash] })
  }

  /// A directory as what stands before the paths below it: ending in `/`, or empty for `.`.
  var asPrefix: Path {
    if self == Path(".") { return Path("") }
    return bytes.last == UInt8(ascii: "/") ? self : Path(bytes: bytes + [UInt8(ascii: "/")])
  }

  /// Everything up to the last `/`, with it.
  var parentPrefix: Path {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return Path("") }
    return Path(bytes: bytes[...slash])
  }

  /// This path below a directory, without the directory; empty for the directory itself, `nil` if it
  /// is not below.
  func relative(to directory: Path) -> Path? {
    if bytes == directory.bytes { return Path("") }
    let base = directory.asPrefix.bytes
    guard bytes.starts(with: base) else { return nil }
    return Path(bytes: bytes[base.count...])
  }

  /// Whether this path is a directory or lies below it; everything lies below an empty one.
  func isBelow(_ directory: Path) -> Bool {
    directory.bytes.isEmpty || relative(to: directory) != nil
  }
}
