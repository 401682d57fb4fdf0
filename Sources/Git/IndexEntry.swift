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
    let file = try indexFile.map { path throws(GitError) in try checked(path) }
    if let entries = ownIndex(file) { return entries }
    var git = try startIndexListing(file)
    return try Self.indexEntries(&git)
  }

  /// The entries of the index, read without git; `nil` if anything about it is unusual.
  ///
  /// - Parameter file: a checked file, or `nil` for the repository's own.
  func ownIndex(_ file: Path? = nil) -> [IndexEntry]? {
    guard
      let config = FileSystem.contents(commonDirectory.appending(Path("config")), atMost: 1 << 16),
      PlainConfig.isPlain(config),
      let bytes = FileSystem.contents(
        file ?? gitDirectory.appending(Path("index")), atMost: 1 << 30)
    else { return nil }
    return IndexFile.entries(bytes)
  }

  /// Starts to list the index: a checked file, or the repository's own.
  func startIndexListing(_ file: Path?) throws(GitError) -> GitProcess {
    try start(["ls-files", "--stage", "-z"], index: file.map { .file($0) } ?? .own)
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

  /// Reads `<mode> <id> <stage>\t<path>`; the mode has six digits, the stage one.
  private static func entry(_ record: [UInt8]) -> IndexEntry? {
    guard let tab = record.firstIndex(of: UInt8(ascii: "\t")), tab > 9,
      record[6] == UInt8(ascii: " "), record[tab - 2] == UInt8(ascii: " "),
      let mode = FileMode(octal: record[..<6]), let id = ObjectID(digits: record[7..<(tab - 2)]),
      (0x30...0x33).contains(record[tab - 1])
    else { return nil }
    return IndexEntry(
      path: Path(bytes: record[(tab + 1)...]), id: id, mode: mode,
      stage: Int(record[tab - 1] - 0x30))
  }

  /// An index file without links, which must be regular and inside the git directory.
  func checked(_ indexFile: Path) throws(GitError) -> Path {
    let path = indexFile.resolved(against: workTree ?? gitDirectory)
    guard let real = FileSystem.realPath(path), real.isInside(gitDirectory),
      FileSystem.kind(real) == .regular
    else { throw .refused(.indexOutside, indexFile) }
    return real
  }
}
