internal import Findings

/// What a commit's own bytes say, read without git: no graft, shallow file, replace ref or
/// commit-graph can change it.
struct CommitObject {
  let tree: ObjectID
  let parents: [ObjectID]
  private let authorLine: ArraySlice<UInt8>
  private let committerLine: ArraySlice<UInt8>

  /// Who wrote the change.
  var author: Signature { Signature(authorLine) }
  /// Who made the commit.
  var committer: Signature { Signature(committerLine) }
  /// When the change was written.
  var authorDate: Timestamp { Signature.date(of: authorLine) }
  /// When the commit was made.
  var committerDate: Timestamp { Signature.date(of: committerLine) }

  /// Reads the headers; `nil` if they do not begin with a tree.
  init?(_ bytes: [UInt8]) {
    var lines = HeaderLines(bytes)
    guard let name = lines.value("tree "), let tree = ObjectID(digits: bytes[name]) else {
      return nil
    }
    var parents: [ObjectID] = []
    while let name = lines.value("parent ") {
      guard let parent = ObjectID(digits: bytes[name]) else { return nil }
      parents.append(parent)
    }
    self.tree = tree
    self.parents = parents
    authorLine = lines.value("author ").map { bytes[$0] } ?? []
    committerLine = lines.value("committer ").map { bytes[$0] } ?? []
  }
}

/// The lines that an object begins with.
private struct HeaderLines {
  private let bytes: [UInt8]
  private var start = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Takes the next line if it begins with a key; where the rest of it is.
  mutating func value(_ key: StaticString) -> Range<Int>? {
    let length = key.utf8CodeUnitCount
    guard length <= bytes.count - start else { return nil }
    for place in 0..<length {
      guard unsafe bytes[start + place] == key.utf8Start[place] else { return nil }
    }
    let value = start + length..<Self.end(of: bytes.span, from: start + length)
    start = min(value.upperBound + 1, bytes.count)
    return value
  }

  private static func end(of bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }
}
