internal import Findings
internal import YAML

/// A scalar's decoded bytes and the way back to the file.
struct ScalarSource {
  let value: [UInt8]
  /// What the file has for the value: no quotes, no indentation before its first line.
  let range: Range<Int>
  /// `nil` where the value was decoded further, and all of its parts stand in the whole range.
  private let scalar: YAMLScalar?
  private let file: [UInt8]

  init(_ scalar: YAMLScalar, in file: [UInt8]) {
    value = scalar.value
    self.scalar = scalar
    self.file = file
    var range = scalar.contentRange
    if scalar.style == .literal || scalar.style == .folded {
      while let first = file[range].first, first.isWhite {
        range = range.lowerBound + 1..<range.upperBound
      }
    }
    self.range = range
  }

  /// What base64 in a scalar stands for.
  init(decoded value: [UInt8], from source: ScalarSource) {
    self.value = value
    range = source.range
    scalar = nil
    file = []
  }

  /// From offsets in the value to offsets in the file.
  func map() -> OffsetMap {
    var map = OffsetMap()
    guard let scalar else { return map }
    map.append(text: 0, raw: scalar.contentRange.lowerBound)
    for segment in scalar.segments(in: file) {
      map.append(text: segment.contentOffset, raw: segment.sourceOffset)
    }
    return map
  }

  /// The file's bytes for a part of the value.
  func range(of part: Range<Int>, _ map: OffsetMap) -> Range<Int> {
    guard let scalar, part != value.indices else { return range }
    let found = map.raw(part)
    let content = scalar.contentRange
    let lower = min(max(found.lowerBound, content.lowerBound), content.upperBound)
    return lower..<max(lower, min(found.upperBound, content.upperBound))
  }
}
