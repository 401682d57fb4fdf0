internal import Findings

/// Follows files from HEAD back to their first commit.
///
/// Dates play no part: the parents of the commits are walked, so that versions on branches that
/// HEAD does not reach are not seen, and where a merge took the file of one side, that side is
/// followed.
final class Lineage {
  /// A version of a file, and the commit that put it there.
  struct Version {
    let commit: Int
    let path: Int
    let blob: Int
  }

  /// A file as a commit has it: some version, put there by this commit or an earlier one.
  struct File {
    let path: Int
    let blob: Int
    let commit: Int
  }

  private let history: History
  /// The paths asked about of late: four bytes a commit each.
  private var known: [Int: PathVersions] = [:]
  /// The round of the last walk that passed each commit.
  private var passed: [Int32]
  private var round: Int32 = 0
  private static let mostKnown = 32
  /// How many removed files are compared with an added one.
  static let mostSources = 100

  init(_ history: History) {
    self.history = history
    passed = [Int32](repeating: 0, count: history.commits.count)
  }

  /// The file at a path of HEAD; `nil` if HEAD lacks it.
  func file(atHead path: Path) -> File? {
    guard let head = history.headCommit, let index = history.index(of: path),
      let blob = history.head[path]
    else { return nil }
    return File(path: index, blob: blob, commit: head)
  }

  /// The files that a version replaced: one for each parent that has the path.
  func replaced(by version: Version) -> [File] {
    guard let start = versions(of: version.path).change(by: version.commit) else { return [] }
    return zip(history.parents(of: version.commit), history.changes[start...]).compactMap {
      parent, change in
      guard change.commit == version.commit, change.path == version.path else { return nil }
      return change.old.map { File(path: version.path, blob: $0, commit: Int(parent)) }
    }
  }

  /// The files that the commit of a version removed: what the version may have been renamed from.
  /// Only the first one with the same blob, if there is one, else configuration files.
  func removed(with version: Version) -> [File] {
    guard var first = versions(of: version.path).change(by: version.commit),
      let parent = history.parents(of: version.commit).first
    else { return [] }
    let changes = history.changes
    while first > 0, changes[first - 1].commit == version.commit { first -= 1 }
    var files: [File] = []
    for change in changes[first...] {
      guard change.commit == version.commit else { break }
      guard change.new == nil, let old = change.old else { continue }
      let file = File(path: change.path, blob: old, commit: Int(parent))
      if old == version.blob { return [file] }
      if files.count < Self.mostSources, ConfigurationFile.isOne(history.paths[change.path]) {
        files.append(file)
      }
    }
    return files
  }

  /// The version of a file, and the commit that put it there.
  ///
  /// A merge that does not change the file has it from one of its parents, but not every parent
  /// need have this blob. If the guess of ``PathVersions`` has another one, the parents are walked,
  /// the first one first, to the nearest version with this blob. If there is none, because the
  /// commit that put the blob there could not be read, the nearest version of all answers.
  /// O(1), or O(commits passed).
  func version(of file: File) -> Version? {
    let versions = versions(of: file.path)
    if let guess = versions.changeHeld(by: file.commit), history.changes[guess].new == file.blob {
      return Version(commit: history.changes[guess].commit, path: file.path, blob: file.blob)
    }
    round &+= 1
    var nearest: Version?
    var open = [file.commit]
    while let next = open.popLast() {
      guard next >= versions.beginning, passed[next] != round else { continue }
      passed[next] = round
      if let change = versions.change(by: next) {
        guard let new = history.changes[change].new else { continue }
        let version = Version(commit: next, path: file.path, blob: new)
        if new == file.blob { return version }
        nearest = nearest ?? version
      } else {
        for parent in history.parents(of: next).reversed() { open.append(Int(parent)) }
      }
    }
    return nearest
  }

  private func versions(of path: Int) -> PathVersions {
    if let versions = known[path] { return versions }
    if known.count == Self.mostKnown { known = [:] }
    let versions = PathVersions(of: path, in: history)
    known[path] = versions
    return versions
  }
}
