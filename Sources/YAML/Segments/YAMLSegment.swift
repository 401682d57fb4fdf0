/// A stretch of a decoded scalar that stands in the input byte for byte.
public struct YAMLSegment: Sendable, Equatable {
  /// First byte within the decoded value, counted from 0.
  public let contentOffset: Int
  /// First byte within the input.
  public let sourceOffset: Int
  /// Bytes, at least 1.
  public let length: Int
}

extension YAMLNode {
  /// Where the decoded bytes of a scalar stand in the input, in ascending order.
  ///
  /// What is not copied from the input is in no segment: folded line breaks, the line breaks and
  /// indentation of blocks, escapes that stand for another character. Takes time in proportion to
  /// the scalar.
  ///
  /// - Parameter bytes: the input that the node was read from.
  /// - Returns: none for anything but a scalar.
  public func segments(in bytes: [UInt8]) -> [YAMLSegment] {
    guard case .scalar(let scalar) = content else { return [] }
    return scalar.segments(in: bytes)
  }
}

extension YAMLScalar {
  /// As ``YAMLNode/segments(in:)``.
  public func segments(in bytes: [UInt8]) -> [YAMLSegment] {
    guard count > 0, contentRange.upperBound <= bytes.count else { return [] }
    if contentRange.count == count, bytes[contentRange] == self.bytes {
      return [
        YAMLSegment(contentOffset: 0, sourceOffset: contentRange.lowerBound, length: count)
      ]
    }
    return SegmentMap(of: self, in: bytes).verified(against: self.bytes, in: bytes)
  }
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
