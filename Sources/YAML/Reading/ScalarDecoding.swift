import Glibc

extension ReadableText {
  /// A scalar from its decoded bytes and the place where it is written.
  func scalar(
    _ value: UnsafeBufferPointer<UInt8>, _ style: YAMLScalar.Style, _ range: Range<Int>,
    _ properties: NodeProperties?
  ) -> YAMLNode {
    var range = range
    var content = range
    switch style {
    case .plain:
      break
    case .singleQuoted, .doubleQuoted:
      if range.count >= 2 { content = range.lowerBound + 1..<range.upperBound - 1 }
    case .literal, .folded:
      content = NodeExtent.blockContent(
        in: text, from: range.lowerBound, limit: range.upperBound)
      range = range.lowerBound..<content.upperBound
    }
    let scalar: YAMLScalar
    if unsafe value.count == content.count && isSame(value, content) {
      scalar = YAMLScalar(style: style, storage: source, range: content, contentRange: content)
    } else {
      scalar = unsafe decoded(Array(value), style, content)
    }
    return YAMLNode(.scalar(scalar), range: range, properties: properties)
  }

  private func isSame(_ value: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    unsafe text.withUnsafeBufferPointer { text in
      guard !content.isEmpty, let ours = text.baseAddress, let theirs = value.baseAddress
      else { return content.isEmpty }
      return unsafe memcmp(ours + content.lowerBound, theirs, content.count) == 0
    }
  }

  private func decoded(
    _ value: [UInt8], _ style: YAMLScalar.Style, _ content: Range<Int>
  ) -> YAMLScalar {
    let scalar = YAMLScalar(
      style: style, storage: value, range: value.indices, contentRange: content)
    guard isMended else { return scalar }
    // Take the fillers out again.
    var bytes = value
    for segment in scalar.segments(in: text) {
      let piece = segment.sourceOffset..<segment.sourceOffset + segment.length
      bytes.replaceSubrange(
        segment.contentOffset..<segment.contentOffset + segment.length, with: source[piece])
    }
    return YAMLScalar(style: style, storage: bytes, range: bytes.indices, contentRange: content)
  }
}
