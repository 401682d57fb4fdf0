internal import Findings

/// A local file, or a pattern of some, that a file of GitLab includes.
struct GitLabInclude {
  /// The components of its path; `*` stands for anything in one, `**` for anything in some.
  private let pattern: [UInt8]
  /// Whether a job starts it as a pipeline of its own.
  let isChild: Bool

  /// A path that leaves the project is none.
  ///
  /// - Parameter path: without variables.
  init?(_ path: String, isChild: Bool) {
    let components = path.utf8.split(separator: UInt8(ascii: "/"))
    guard !path.contains("://"), !components.isEmpty, path.utf8.count <= 1_024,
      !components.contains(where: { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }),
      path.hasSuffix(".yml") || path.hasSuffix(".yaml")
    else { return nil }
    pattern = Array(components.joined(separator: [UInt8(ascii: "/")]))
    self.isChild = isChild
  }

  /// The files that are meant.
  ///
  /// - Parameter list: the files in a folder, at any depth.
  func files(_ list: (Path) -> [Path]) -> [Path] {
    guard let star = pattern.firstIndex(of: UInt8(ascii: "*")) else {
      return [Path(bytes: pattern)]
    }
    let folder = pattern[..<star].lastIndex(of: UInt8(ascii: "/")).map { pattern[..<$0] } ?? []
    return list(Path(bytes: folder)).filter { matches($0.bytes) }.sorted()
  }

  /// Whether a path is one of the pattern's. O(pattern × path), whatever they hold.
  private func matches(_ path: [UInt8]) -> Bool {
    // Where in the path the pattern so far may have ended.
    var ends = [Bool](repeating: false, count: path.count + 1)
    ends[0] = true
    var place = 0
    while place < pattern.count {
      if pattern[place] == UInt8(ascii: "*") {
        let isDeep = place + 1 < pattern.count && pattern[place + 1] == UInt8(ascii: "*")
        for end in path.indices where ends[end] && (isDeep || path[end] != UInt8(ascii: "/")) {
          ends[end + 1] = true
        }
        place += isDeep ? 2 : 1
      } else {
        for end in path.indices.reversed() {
          ends[end + 1] = ends[end] && path[end] == pattern[place]
        }
        ends[0] = false
        place += 1
      }
    }
    return ends[path.count]
  }
}
