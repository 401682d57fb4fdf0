/// A stretch of a decoded scalar that stands in the input byte for byte.
public struct YAMLSegment: Sendable, Equatable {
  /// First byte within the decoded value, counted from 0.
  public let contentOffset: Int
  /// First byte within the input.
  public let sourceOffset: Int
  /// Bytes, at least 1.
  public let length: Int
}

extension [YAMLSegment] {
  /// The smallest range of the input that covers this part of the decoded value.
  ///
  /// - Returns: `nil` if no byte of the part stands in the input.
  public func sourceRange(of content: Range<Int>) -> Range<Int>? {
    var result: Range<Int>?
    for segment in self {
      let end = segment.contentOffset + segment.length
      let low = Swift.max(content.lowerBound, segment.contentOffset)
      let high = Swift.min(content.upperBound, end)
      guard low < high else { continue }
      let shift = segment.sourceOffset - segment.contentOffset
      result = (result?.lowerBound ?? low + shift)..<(high + shift)
    }
    return result
  }
}
