internal import Findings

extension Repository {
  /// Shows the commits of a range `A..B`, those that B reaches and A does not, oldest first.
  ///
  /// An empty side means HEAD. An A of zeros, which a CI gives for a new branch, excludes nothing.
  /// At the end of a shallow history a commit of B's side is shown with all its files: more than
  /// the range holds may be shown, never less.
  ///
  /// - Throws: ``GitError/badRange(_:)``, ``GitError/badRevision(_:)``.
  public func commits(in range: String, _ visit: (CommitRecord) -> Bool)
    throws(GitError) -> HistoryWalk
  {
    let parts = try Self.sides(of: range)
    var reader = BatchReader(self)
    var walk = HistoryWalk(self)
    var frontier = Frontier()
    let included = try reader.resolve(parts.included)
    guard try frontier.push(included, excluded: false, from: &reader) else {
      throw .unreadable(included)
    }
    if !(ObjectID(parts.excluded)?.isZero ?? false) {
      let excluded = try reader.resolve(parts.excluded)
      guard try frontier.push(excluded, excluded: true, from: &reader) else {
        throw .unreadable(excluded)
      }
    }
    try frontier.walk(from: &reader)
    let commits = CommitWalk(
      frontier.graph.oldestFirst(frontier.included), of: frontier.graph, mostFiles: mostFiles)
    try show(commits, from: &reader, in: &walk, visit)
    walk.add(complaints: reader.takeComplaints())
    return walk
  }

  private static func sides(of range: String) throws(GitError) -> (
    excluded: String, included: String
  ) {
    let bytes = Array(range.utf8)
    let dots = bytes.indices.dropLast().filter {
      bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".")
    }
    // Two hits beside each other are three dots.
    guard dots.count == 1, let at = dots.first else { throw .badRange(range) }
    func side(_ part: ArraySlice<UInt8>) -> String {
      part.isEmpty ? "HEAD" : String(decoding: part, as: UTF8.self)
    }
    return (side(bytes[..<at]), side(bytes[(at + 2)...]))
  }
}
