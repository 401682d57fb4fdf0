internal import Findings

/// The output of `git diff-tree --stdin --always --raw -z`: for each commit its name and a NUL, or
/// for two trees both names and a line break, then the changed files.
struct Answers: ~Copyable {
  var git: GitProcess

  init(git: consuming GitProcess) { self.git = git }

  /// Sends all requests; they are written while answers are read.
  mutating func ask(_ requests: ArraySlice<ChangeReader.Request>) {
    var lines: [UInt8] = []
    for request in requests {
      lines += request.line.utf8
      lines.append(UInt8(ascii: "\n"))
    }
    git.send(lines)
    git.closeInput()
  }

  /// The next header; `nil` at the end.
  mutating func header() throws(GitError) -> [UInt8]? {
    var length = 0
    while let byte = try git.peek(at: length) {
      if byte == 0 { return try git.record(0) }
      if byte == UInt8(ascii: " ") { return try git.record(UInt8(ascii: "\n")) }
      length += 1
      if length > 64 { throw .unexpectedOutput(command: "diff-tree") }
    }
    // git died in the middle of a header.
    return nil
  }

  /// The changed files up to the next header.
  mutating func changes() throws(GitError) -> [Change] {
    var changes: [Change] = []
    while try git.peek() == UInt8(ascii: ":") {
      guard let facts = try git.record(0), let path = try git.record(0),
        let change = Self.change(facts, path)
      else { throw .unexpectedOutput(command: "diff-tree") }
      changes.append(change)
    }
    return changes
  }

  /// Reads `:<old mode> <new mode> <old> <new> <status>`, with as many colons, old modes and old
  /// names as there are parents.
  private static func change(_ facts: [UInt8], _ path: [UInt8]) -> Change? {
    let parents = facts.prefix { $0 == UInt8(ascii: ":") }.count
    let fields = facts.dropFirst(parents).split(separator: UInt8(ascii: " "))
    guard parents > 0, fields.count == 2 * parents + 3,
      let mode = FileMode(octal: fields[parents]),
      let new = ObjectID(hex: fields[2 * parents + 1])
    else { return nil }
    var old: [ObjectID?] = []
    for field in fields[(parents + 1)...(2 * parents)] {
      guard let id = ObjectID(hex: field) else { return nil }
      old.append(id.isZero ? nil : id)
    }
    return Change(path: Path(bytes: path), new: new.isZero ? nil : new, mode: mode, old: old)
  }
}
