internal import Findings

/// What a commit's own bytes say, read without git: no graft, shallow file, replace ref or
/// commit-graph can change it.
struct CommitObject {
  let tree: ObjectID
  let parents: [ObjectID]
  let author: Signature
  let committer: Signature

  /// Reads the headers; `nil` if they do not begin with a tree.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    func value(_ key: String) -> ArraySlice<UInt8>? {
      let length = key.utf8.count
      guard rest.starts(with: key.utf8) else { return nil }
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[min(rest.endIndex, line.endIndex + 1)...]
      return line.dropFirst(length)
    }
    guard let name = value("tree "), let tree = ObjectID(hex: name) else { return nil }
    var parents: [ObjectID] = []
    while let name = value("parent ") {
      guard let parent = ObjectID(hex: name) else { return nil }
      parents.append(parent)
    }
    self.tree = tree
    self.parents = parents
    author = Signature(value("author ") ?? [])
    committer = Signature(value("committer ") ?? [])
  }
}
