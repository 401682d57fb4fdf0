public import Findings

/// When each line of a build's log was written: the file `timestamper/timestamps`.
///
/// Source: timestamper, `TimestampsWriter`: for each line a number of seven bits a byte, the least first:
/// the milliseconds since the line before, of the first line since the build began.
public struct JenkinsTimes: Sendable {
  private let start: Int
  /// Milliseconds since the build began, for each line.
  private var lines: [Int] = []

  /// Reads the file; what is cut off at its end is no line.
  ///
  /// - Parameter start: when the build began, in milliseconds since 1970.
  public init(_ bytes: [UInt8], start: Int) {
    self.start = start
    var (value, shift, sum) = (0, 0, 0)
    for byte in bytes {
      guard shift < 56 else { return }
      value |= Int(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      let (next, isTooLarge) = sum.addingReportingOverflow(value)
      guard !isTooLarge else { return }
      sum = next
      lines.append(sum)
      (value, shift) = (0, 0)
    }
  }

  /// The time of a line, counted from 1; `nil` if the file does not reach it.
  public func time(ofLine line: Int) -> Timestamp? {
    guard lines.indices.contains(line - 1) else { return nil }
    let (sum, isTooLarge) = start.addingReportingOverflow(lines[line - 1])
    return isTooLarge ? nil : Timestamp(seconds: Int64(sum / 1_000))
  }
}
