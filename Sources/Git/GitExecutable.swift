internal import Findings
internal import Glibc

/// Where the program `git` is looked for.
enum GitExecutable {
  /// The fixed search path: the caller's `PATH` may name a folder that the scanned repository
  /// writes to.
  static let searchPath = "/usr/local/bin:/usr/bin:/bin:/run/current-system/sw/bin"

  /// The first executable file `git` of a search path.
  static func find(in searchPath: String = searchPath) throws(GitError) -> Path {
    for folder in searchPath.utf8.split(separator: UInt8(ascii: ":")) {
      let candidate = Path(bytes: Array(folder) + Array("/git".utf8))
      let name = candidate.bytes.map { CChar(bitPattern: $0) } + [0]
      if FileSystem.kind(candidate) == .regular, unsafe access(name, X_OK) == 0 {
        return candidate
      }
    }
    throw .missingGit
  }
}
