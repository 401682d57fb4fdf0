internal import Findings
internal import Glibc

/// Tells which paths of an index lead to files of the working tree.
///
/// The index is the attacker's: it may name `a/passwd` where `a` is a link to `/etc` by now, or
/// `../x`, which git itself puts into no index.
struct TrackedPaths {
  private let top: Path
  private var directories: [Path: Bool] = [Path(""): true]

  init(below top: Path) { self.top = top }

  /// Whether a path stays inside the working tree, all directories above it being directories.
  ///
  /// Each directory is looked at once.
  mutating func lead(to path: Path) -> Bool {
    path.isOrdinary && isReal(path.parent)
  }

  private mutating func isReal(_ directory: Path) -> Bool {
    if let known = directories[directory] { return known }
    var answer = isReal(directory.parent)
    if answer {
      var status = stat()
      answer =
        unsafe top.appending(directory).withCString { unsafe lstat($0, &status) } == 0
        && status.st_mode & S_IFMT == S_IFDIR
    }
    directories[directory] = answer
    return answer
  }
}

extension Path {
  /// Whether the path is relative and goes nowhere but down: the paths that git allows in an index.
  var isOrdinary: Bool {
    bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
        && !$0.elementsEqual(".git".utf8)
    }
  }
}
