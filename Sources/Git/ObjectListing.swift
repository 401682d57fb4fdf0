public import Findings

/// All objects that a repository holds, reachable or not.
public struct ObjectListing: Sendable {
  /// A blob and its size in bytes.
  public struct Blob: Sendable, Hashable {
    /// The blob's name.
    public let id: ObjectID
    /// The length of its content.
    public let size: Int
  }

  /// The blobs, in the order of their names.
  public internal(set) var blobs: [Blob] = []
  /// The commits, in the order of their names.
  public internal(set) var commits: [ObjectID] = []
  /// The trees, in the order of their names.
  public internal(set) var trees: [ObjectID] = []
  /// The tags, in the order of their names.
  public internal(set) var tags: [ObjectID] = []
  /// Objects that are listed but damaged, and what git complained about.
  public internal(set) var problems: [RepositoryProblem] = []
}

extension Repository {
  /// Lists all objects, by one `git cat-file --batch-all-objects`.
  ///
  /// Not `--unordered`: the order of a pack may come from a `.rev` file, and a forged one would
  /// hide objects. The order of names costs nothing with a large enough cache of delta bases.
  ///
  /// - Throws: when git cannot begin; a listing that breaks off keeps its beginning and says so
  ///   among its problems.
  public func objects() throws(GitError) -> ObjectListing {
    try ObjectStores.requireOrdinary(commonDirectory.appending(Path("objects")))
    var listing = ObjectListing()
    var git = try start([
      "cat-file", "--batch-all-objects", "--batch-check",
    ])
    do {
      while let line = try git.record(UInt8(ascii: "\n")) { listing.add(line) }
      try git.finish()
    } catch {
      if listing.blobs.isEmpty && listing.commits.isEmpty { throw error }
      listing.problems.append(.failure(error))
    }
    listing.problems += GitMessage.lines(git.complaint).map { .complaint($0) }
    return listing
  }

  /// The names of all objects.
  func presentObjects() throws(GitError) -> Set<ObjectID> {
    try ObjectStores.requireOrdinary(commonDirectory.appending(Path("objects")))
    var git = try start(["cat-file", "--batch-all-objects", "--batch-check=%(objectname)"])
    var names: Set<ObjectID> = []
    while let line = try git.record(UInt8(ascii: "\n")) {
      if let id = ObjectID(digits: line[...]) { names.insert(id) }
    }
    try git.finish()
    return names
  }
}

extension ObjectListing {
  fileprivate mutating func add(_ line: [UInt8]) {
    guard let header = BatchReader.header(line) else {
      if let id = ObjectID(hex: line.prefix { $0 != UInt8(ascii: " ") }) {
        problems.append(.unreadable(id))
      }
      return
    }
    switch header.kind {
    case .blob: blobs.append(Blob(id: header.id, size: header.size))
    case .commit: commits.append(header.id)
    case .tree: trees.append(header.id)
    case .tag: tags.append(header.id)
    }
  }
}
