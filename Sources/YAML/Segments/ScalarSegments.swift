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
