/// Follows libyaml's decoding of one scalar and notes what it copies.
struct SegmentMap {
  private(set) var segments: [YAMLSegment] = []
  /// How many decoded bytes have been accounted for.
  private(set) var decoded = 0

  init(of scalar: YAMLScalar, in bytes: [UInt8]) {
    switch scalar.style {
    case .plain, .singleQuoted, .doubleQuoted: followFlow(scalar, in: bytes)
    case .literal, .folded: followBlock(scalar, in: bytes)
    }
  }

  /// `length` bytes at `source` are copied.
  mutating func copy(_ source: Int, _ length: Int) {
    guard length > 0 else { return }
    if let last = segments.last, last.contentOffset + last.length == decoded,
      last.sourceOffset + last.length == source
    {
      segments[segments.count - 1] = YAMLSegment(
        contentOffset: last.contentOffset, sourceOffset: last.sourceOffset,
        length: last.length + length)
    } else {
      segments.append(
        YAMLSegment(contentOffset: decoded, sourceOffset: source, length: length))
    }
    decoded += length
  }

  /// `length` decoded bytes come from something else.
  mutating func replace(_ length: Int) {
    decoded += length
  }

  /// The segments without the bytes that differ. None should: this keeps a fault of ours from
  /// becoming a wrong place in a report.
  func verified(against value: ArraySlice<UInt8>, in bytes: [UInt8]) -> [YAMLSegment] {
    var result: [YAMLSegment] = []
    for segment in segments {
      let known = min(segment.length, value.count - segment.contentOffset)
      var start = 0
      while start < known {
        var end = start
        while end < known,
          value[value.startIndex + segment.contentOffset + end] == bytes[segment.sourceOffset + end]
        {
          end += 1
        }
        if end > start {
          result.append(
            YAMLSegment(
              contentOffset: segment.contentOffset + start,
              sourceOffset: segment.sourceOffset + start, length: end - start))
        }
        start = end + 1
      }
    }
    return result
  }
}
