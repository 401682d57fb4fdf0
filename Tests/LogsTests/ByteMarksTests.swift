import Testing

@testable import Logs

@Suite struct ByteMarksTests {
  @Test func `the first mark is found wherever it stands`() {
    let marks = ByteMarks("|", "&", ";", "-")
    let others: [UInt8] = [0x00, 0x7D, 0x7B, 0x25, 0x3A, 0x2C, 0xFC, 0xA6, 0xFF, 0x80]
    for length in 0..<40 {
      for place in 0..<max(1, length) {
        for mark in "|&;-".utf8 {
          var bytes = (0..<length).map { others[($0 + place) % others.count] }
          let range = min(1, length)..<max(min(1, length), length - 1)
          #expect(bytes.span.firstMark(of: marks, in: range) == range.upperBound)
          guard place < length else { continue }
          bytes[place] = mark
          let expected = range.contains(place) ? place : range.upperBound
          #expect(bytes.span.firstMark(of: marks, in: range) == expected)
        }
      }
    }
  }
}
