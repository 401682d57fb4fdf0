/// Which node of a pipeline wrote which bytes of a build's log: the file `log-index`.
///
/// Source: workflow-job, `FileLogStorage`: a line is the offset from which on a node writes, and the
/// node's id; without an id the build itself writes.
public struct JenkinsIndex: Sendable {
  private var starts: [Int] = []
  private var nodes: [Int?] = []

  /// Reads the file; a line of another form is passed over. O(length).
  public init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: Byte.newline) {
      let parts = line.split(separator: Byte.space)
      guard let first = parts.first, let start = Self.number(first), start >= starts.last ?? 0,
        parts.count < 3
      else { continue }
      starts.append(start)
      nodes.append(parts.count == 2 ? Self.number(parts[1]) : nil)
    }
  }

  /// The node that wrote the byte at an offset of the raw log; `nil` for the build itself.
  /// O(log entries).
  public func node(at offset: Int) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? nodes[low - 1] : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count <= 18, !digits.isEmpty, digits.allSatisfy(Byte.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
