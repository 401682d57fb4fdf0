public import Findings

/// An entry of the index.
public struct IndexEntry: Sendable, Hashable {
  /// The path in the working tree.
  public let path: Path
  /// The blob, or a submodule's commit.
  public let id: ObjectID
  /// The file's mode.
  public let mode: FileMode
  /// 0; in a conflict 1 (common ancestor), 2 (ours) and 3 (theirs).
  public let stage: Int
}

extension Repository {
  /// The entries of the index in its order; none without an index.
  ///
  /// - Parameter indexFile: another index than the repository's, as git names one to its hooks in
  ///   `GIT_INDEX_FILE`; relative to the top of the working tree.
  /// - Throws: ``Refusal/indexOutside`` if that file does not lie inside the git directory.
  public func indexEntries(indexFile: Path? = nil) throws(GitError) -> [IndexEntry] {
    var git = try startIndexListing(indexFile)
    return try Self.indexEntries(&git)
  }

  /// Starts to list the index.
  func startIndexListing(_ indexFile: Path?) throws(GitError) -> GitProcess {
    var index = GitCommand.Index.own
    if let indexFile { index = .file(try checked(indexFile)) }
    return try start(["ls-files", "--stage", "-z"], index: index)
  }

  /// Reads the listing to its end.
  static func indexEntries(_ git: inout GitProcess) throws(GitError) -> [IndexEntry] {
    var entries: [IndexEntry] = []
    while let record = try git.record(0) {
      guard let entry = entry(record) else { throw .unexpectedOutput(command: "ls-files") }
      entries.append(entry)
    }
    try git.finish()
    return entries
  }

  /// Reads `<mode> <id> <stage>\t<path>`.
  private static func entry(_ record: [UInt8]) -> IndexEntry? {
    guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let fields = record[..<tab].split(separator: UInt8(ascii: " "))
    guard fields.count == 3, let mode = FileMode(octal: fields[0]),
      let id = ObjectID(hex: fields[1]), let stage = fields[2].first, fields[2].count == 1,
      (0x30...0x33).contains(stage)
    else { return nil }
    return IndexEntry(
      path: Path(bytes: record[(tab + 1)...]), id: id, mode: mode, stage: Int(stage - 0x30))
  }

  /// An index file without links, which must be regular and inside the git directory.
  private func checked(_ indexFile: Path) throws(GitError) -> Path {
    let path = indexFile.resolved(against: workTree ?? gitDirectory)
    guard let real = FileSystem.realPath(path), real.isInside(gitDirectory),
      FileSystem.kind(real) == .regular
    else { throw .refused(.indexOutside, indexFile) }
    return real
  }
}
