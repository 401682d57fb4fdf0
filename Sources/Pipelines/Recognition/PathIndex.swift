internal import Findings

/// Which dialects may take a path, by the path's last byte: nearly all files are known to be no
/// pipeline from one lookup.
struct PathIndex: Sendable {
  /// For each last byte a bit for each dialect that has a pattern of it.
  private var byLast = [UInt64](repeating: 0, count: 256)
  private let dialects: [Dialect]

  static let all = PathIndex(Dialect.all)
  /// With those that have readers of their own.
  static let readable = PathIndex(Dialect.all + [.terraform, .jenkinsPipeline])

  /// - Precondition: there are at most 64 dialects.
  init(_ dialects: [Dialect]) {
    precondition(dialects.count <= 64, "a bit for each dialect")
    self.dialects = dialects
    for (index, dialect) in dialects.enumerated() {
      for pattern in dialect.paths {
        if let last = pattern.last {
          byLast[Int(last)] |= 1 << UInt64(index)
        } else {
          // A star may stand for the end of the name, too.
          for last in byLast.indices { byLast[last] |= 1 << UInt64(index) }
        }
      }
    }
  }

  /// The first dialect that takes a path.
  func dialect(of path: Path) -> Dialect? {
    guard let last = path.bytes.last else { return nil }
    var possible = byLast[Int(last)]
    while possible != 0 {
      let dialect = dialects[possible.trailingZeroBitCount]
      if dialect.paths.contains(where: { $0.matches(path) }) { return dialect }
      possible &= possible - 1
    }
    return nil
  }
}
