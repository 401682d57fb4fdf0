internal import Findings
internal import YAML

/// A scalar's decoded bytes and the way back to the file.
struct ScalarSource {
  let value: [UInt8]
  /// What the file has for the value: no quotes, no indentation before its first line.
  let range: Range<Int>
  private let way: Way
  private let file: [UInt8]

  private enum Way {
    case scalar(YAMLScalar)
    /// The value stands in the file as it is.
    case slice
    /// The value was decoded further, and all of its parts stand in the whole range.
    case whole
  }

  init(_ scalar: YAMLScalar, in file: [UInt8]) {
    value = scalar.value
    way = .scalar(scalar)
    self.file = file
    range = Self.range(of: scalar, in: file)
  }

  /// What a file has for the value of a scalar.
  static func range(of scalar: YAMLScalar, in file: [UInt8]) -> Range<Int> {
    let range = scalar.contentRange
    guard scalar.style == .literal || scalar.style == .folded else { return range }
    var start = range.lowerBound
    while start < range.upperBound, file[start].isWhite { start += 1 }
    return start..<range.upperBound
  }

  /// What base64 in a scalar stands for.
  init(decoded value: [UInt8], from source: ScalarSource) {
    self.value = value
    range = source.range
    way = .whole
    file = []
  }

  /// A part of a file.
  init(_ range: Range<Int>, of file: [UInt8]) {
    value = Array(file[range])
    self.range = range
    way = .slice
    self.file = []
  }

  /// From offsets in the value to offsets in the file.
  func map() -> OffsetMap {
    var map = OffsetMap()
    guard case .scalar(let scalar) = way else {
      map.append(text: 0, raw: range.lowerBound)
      return map
    }
    map.append(text: 0, raw: scalar.contentRange.lowerBound)
    for segment in scalar.segments(in: file) {
      map.append(text: segment.contentOffset, raw: segment.sourceOffset)
    }
    return map
  }

  /// The file's bytes for a part of the value.
  func range(of part: Range<Int>, _ map: OffsetMap) -> Range<Int> {
    guard part != value.indices else { return range }
    switch way {
    case .whole: return range
    case .slice: return map.raw(part)
    case .scalar(let scalar): return range(of: part, map, within: scalar.contentRange)
    }
  }

  private func range(of part: Range<Int>, _ map: OffsetMap, within content: Range<Int>)
    -> Range<Int>
  {
    let found = map.raw(part)
    let lower = min(max(found.lowerBound, content.lowerBound), content.upperBound)
    return lower..<max(lower, min(found.upperBound, content.upperBound))
  }
}
