import Findings
import Testing

@testable import Scanning

@Suite struct LinePositionsTests {
  /// A text whose places are marked by `«` and `»`, not nested.
  private func regions(
    _ text: String, map: OffsetMap = .identity, start: Document.Start = .zero
  ) -> [String] {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var open = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«": open = bytes.count
      case "»": ranges.append(open..<bytes.count)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    var positions = LinePositions(
      Document(
        bytes: bytes, map: map, origin: Origin(source: .file, path: Path("a")), start: start))
    return ranges.map { range in
      let region = positions.region(range)
      return "\(region.startLine):\(region.startColumn)-\(region.endLine):\(region.endColumn) "
        + "@\(region.byteOffset)+\(region.byteLength)"
    }
  }

  @Test func `lines and columns begin at 1`() {
    #expect(regions("«ab»c\n«d»") == ["1:1-1:3 @0+2", "2:1-2:2 @4+1"])
  }

  @Test func `a carriage return belongs to its line`() {
    #expect(regions("a\r\n«b»\r\nc: «d»\r\n") == ["2:1-2:2 @3+1", "3:4-3:5 @9+1"])
    #expect(regions("a\rb «c»") == ["1:5-1:6 @4+1"])
  }

  @Test func `columns are UTF-16 units, offsets are bytes`() {
    // ß takes two bytes and one unit, the rocket four bytes and two units.
    #expect(regions("ß«x» 🚀«yß»") == ["1:2-1:3 @2+1", "1:6-1:8 @8+3"])
  }

  @Test func `a region of several lines ends on its last one`() {
    #expect(regions("x«a\nbc\nd»e") == ["1:2-3:2 @1+6"])
    #expect(regions("«a\n»b") == ["1:1-1:3 @0+2"])
  }

  @Test func `an empty region and the end of the text`() {
    #expect(regions("ab«»") == ["1:3-1:3 @2+0"])
    #expect(regions("«»") == ["1:1-1:1 @0+0"])
    #expect(regions("a\n«»") == ["2:1-2:1 @2+0"])
  }

  @Test func `a segment counts on from where it begins`() {
    let start = Document.Start(offset: 1000, lines: 40, columns: 7)
    #expect(
      regions("a«b»\nc«d»", start: start) == ["41:9-41:10 @1001+1", "42:2-42:3 @1004+1"])
  }

  @Test func `offsets lead back to how the bytes were stored`() {
    var map = OffsetMap()
    map.append(text: 0, raw: 2, stride: 2)
    #expect(regions("ab\n«cd»", map: map) == ["2:1-2:3 @8+4"])
  }

  @Test func `the order of the questions does not matter`() {
    let bytes = Array(String(repeating: "aß\nb🚀 c\n\n", count: 40).utf8)
    let document = Document(bytes: bytes, origin: Origin(source: .file, path: Path("a")))
    let ranges = stride(from: 0, to: bytes.count - 9, by: 3).map { $0..<$0 + 1 + $0 % 9 }
    var forwards = LinePositions(document)
    let expected = ranges.map { range in
      let before = bytes[..<range.lowerBound]
      let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      return [
        before.count { $0 == 0x0A } + 1, UTF16Units.count(bytes[lineStart..<range.lowerBound]) + 1,
      ]
    }
    let asked = ranges.map { forwards.region($0) }
    #expect(asked.map { [$0.startLine, $0.startColumn] } == expected)
    var backwards = LinePositions(document)
    #expect(Array(ranges.reversed().map { backwards.region($0) }.reversed()) == asked)
  }
}
