import Findings
import Glibc
import Testing

@testable import Git

/// A temporary folder in which shell scripts build repositories with the real git, in a built
/// environment and with fixed dates; removed with the value.
final class Sandbox {
  let folder: Path

  init() throws {
    var template = Array("/tmp/leakage-git-XXXXXX".utf8).map { CChar(bitPattern: $0) } + [0]
    try #require(unsafe mkdtemp(&template) != nil)
    folder = Path(bytes: template.dropLast().map { UInt8(bitPattern: $0) })
  }

  deinit {
    _ = try? run("/bin/chmod", ["chmod", "-R", "u+rwX", folder.description])
    _ = try? run("/bin/rm", ["rm", "-rf", folder.description])
  }

  /// A path in the folder.
  func path(_ name: String) -> Path { folder.appending(Path(name)) }

  /// Runs a script in the folder and returns what it printed. Its functions: `new NAME` makes a
  /// repository and enters it, `commit DAY MESSAGE` commits everything at noon of that day,
  /// `hex OBJECT` prints the path of a loose object.
  @discardableResult
  func sh(_ script: String) throws -> String {
    let prelude = """
      set -e
      cd \(folder)
      at() { export GIT_AUTHOR_DATE="$1T12:00:00Z" GIT_COMMITTER_DATE="$1T12:00:00Z"; }
      new() { git init -q -b main "$@"; for last; do :; done; cd "$last"; }
      commit() { at "$1"; git add -A; git commit -q --allow-empty -m "$2"; }
      loose() { h=$(git rev-parse "$1"); echo "$(git rev-parse --git-common-dir)/objects/$(echo $h | cut -c1-2)/$(echo $h | cut -c3-)"; }
      at 2020-01-01

      """
    return try run("/bin/sh", ["sh", "-c", prelude + script])
  }

  /// The one object that an expression names in a repository.
  func id(_ expression: String, in repository: String) throws -> ObjectID {
    let text = try sh("git -C '\(repository)' rev-parse '\(expression)'")
    return try #require(ObjectID(text))
  }

  /// Opens a repository of the folder.
  func open(_ name: String) throws -> Repository {
    try #require(try Repository.discover(path(name)))
  }

  /// Whether a file of the folder is there.
  func exists(_ name: String) -> Bool { FileSystem.kind(path(name), followingLinks: false) != nil }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let environment = [
      "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(folder)", "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1",
      "GIT_AUTHOR_NAME=Ann", "GIT_AUTHOR_EMAIL=ann@example.org", "GIT_COMMITTER_NAME=Cid",
      "GIT_COMMITTER_EMAIL=cid@example.org", "GIT_CONFIG_COUNT=2",
      "GIT_CONFIG_KEY_0=protocol.file.allow", "GIT_CONFIG_VALUE_0=always",
      "GIT_CONFIG_KEY_1=gc.auto", "GIT_CONFIG_VALUE_1=0",
    ]
    var process = try GitProcess(
      GitCommand(
        name: "script", arguments: arguments.map { Array($0.utf8) },
        environment: environment.map { Array($0.utf8) }),
      executable: Path(program), patience: 30)
    var lines: [String] = []
    while try process.require(1) {
      lines.append(String(decoding: process.bytes(process.available), as: UTF8.self))
      process.take(process.available)
    }
    let exit = try process.exit()
    try #require(exit == .status(0), "\(String(decoding: process.complaint, as: UTF8.self))")
    var text = lines.joined()
    while text.last == "\n" { text.removeLast() }
    return text
  }
}

/// All objects that a reader gives, parts joined.
func readAll(_ reader: inout BatchReader, _ ids: [ObjectID]) throws -> [ObjectID: (
  last: ObjectReading, bytes: [UInt8]
)] {
  var all: [ObjectID: (last: ObjectReading, bytes: [UInt8])] = [:]
  try reader.read(ids) { id, reading, bytes in
    all[id] = (reading, (all[id]?.bytes ?? []) + copy(bytes))
    return true
  }
  return all
}

/// The commits of a repository and what the walk said.
func history(_ repository: Repository) throws -> (commits: [CommitRecord], walk: HistoryWalk) {
  var commits: [CommitRecord] = []
  let walk = try repository.commits(of: try ObjectStore(repository)) {
    commits.append($0)
    return true
  }
  return (commits, walk)
}

/// The text of every blob that the changes of some commits name.
func contents(_ repository: Repository, _ commits: [CommitRecord]) throws -> [String] {
  let blobs = commits.flatMap(\.changes).filter { !$0.mode.isSubmodule }.compactMap(\.new)
  var reader = BatchReader(repository)
  return try readAll(&reader, blobs).values.map { String(decoding: $0.bytes, as: UTF8.self) }
}
