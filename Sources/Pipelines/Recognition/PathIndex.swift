internal import Findings

/// Which dialects may take a path, by the path's last part: nearly all files are known to be no
/// pipeline from one lookup.
struct PathIndex: Sendable {
  /// By the last part, for patterns that spell it out.
  private var exact: [[UInt8]: [Int]] = [:]
  /// By the last byte, for patterns with a star in the last part.
  private var open = [[Int]](repeating: [], count: 256)
  private let dialects: [Dialect]

  static let all = PathIndex(Dialect.all)

  init(_ dialects: [Dialect]) {
    self.dialects = dialects
    for (index, dialect) in dialects.enumerated() {
      for name in dialect.paths.map(\.name) {
        if let last = name.last, name.contains(UInt8(ascii: "*")) {
          open[Int(last)].append(index)
        } else {
          exact[name, default: []].append(index)
        }
      }
    }
  }

  /// The first dialect that takes a path.
  func dialect(of path: Path) -> Dialect? {
    guard let last = path.bytes.last else { return nil }
    // A star may stand for the end of the name, too.
    let possible =
      exact[Array(path.name), default: []] + open[Int(last)] + open[Int(UInt8(ascii: "*"))]
    return possible.sorted().lazy.map { dialects[$0] }
      .first { $0.paths.contains { $0.matches(path) } }
  }
}
