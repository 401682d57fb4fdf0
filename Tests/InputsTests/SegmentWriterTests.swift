import Findings
import Testing

@testable import Inputs

/// Segments tile their input, and each knows where it stands.
struct SegmentWriterTests {
  enum Encoding: CaseIterable {
    case utf8, little, big
  }

  /// Where a byte of the decoded text stands in the whole.
  struct Spot: Equatable {
    var byte: UInt8
    var raw: Int
    var line: Int
    var column: Int
  }

  @Test(arguments: Encoding.allCases)
  func everyByteIsOwnedOnceAndKnowsItsPlace(encoding: Encoding) {
    for seed in 0..<80 {
      var dice = Dice(state: UInt64(seed))
      let text = Self.text(&dice)
      let (raw, expected) = Self.encode(text, encoding)
      var limits = InputLimits()
      limits.segmentBytes = Int.random(in: 0...300, using: &dice)
      limits.overlapBytes = Int.random(in: 0...100, using: &dice)
      let documents = Self.write(raw, limits, &dice)
      var seen: [Spot] = []
      for document in documents { seen += Self.spots(of: document) }
      #expect(seen == expected, "seed \(seed)")
      if expected.count > 1000, limits.segmentBytes < 100 { #expect(documents.count > 5) }
    }
  }

  @Test func neighboursShareTheOverlap() {
    for seed in 0..<50 {
      var dice = Dice(state: UInt64(seed))
      let raw = Array(Self.text(&dice).utf8)
      var limits = InputLimits()
      limits.segmentBytes = 64
      limits.overlapBytes = Int.random(in: 0...16, using: &dice) * 2
      for document in Self.write(raw, limits, &dice) {
        let from = document.start.offset + document.owned.lowerBound
        let upTo = document.start.offset + document.owned.upperBound
        #expect(document.owned.lowerBound == min(limits.overlapBytes, from))
        #expect(
          document.bytes.count - document.owned.upperBound
            == min(limits.overlapBytes, raw.count - upTo))
        #expect(
          document.bytes[...] == raw[document.start.offset...].prefix(document.bytes.count))
      }
    }
  }

  @Test func aCutStandsBehindALineBreakIfThereIsOne() {
    var limits = InputLimits()
    limits.segmentBytes = 64
    limits.overlapBytes = 8
    var dice = Dice(state: 1)
    let lines = (0..<40).map { "line \($0) of some\n" }.joined()
    let documents = Self.write(Array(lines.utf8), limits, &dice)
    #expect(documents.count > 5)
    for document in documents { #expect(document.bytes[document.owned].last == 0x0A) }
  }

  @Test func aSmallInputIsWhole() {
    for text in ["", "a", "\n", "key: value\n"] {
      var documents: [Document] = []
      var writer = SegmentWriter(origin: Self.origin, limits: InputLimits()) {
        documents.append($0)
      }
      writer.append(whole: Array(text.utf8))
      writer.finish()
      #expect(documents.map(\.bytes) == [Array(text.utf8)])
      #expect(documents.allSatisfy { $0.isWhole })
    }
  }

  static let origin = Origin(source: .file, path: Path("f"))

  /// Lines of all lengths, of one to four bytes a character, CRLF and LF.
  static func text(_ dice: inout Dice) -> String {
    let letters: [Character] = ["a", "=", "0", " ", "é", "ł", "ਅ", "\u{010A}", "漢", "😀", "\r"]
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &dice) {
      let isAscii = Bool.random(using: &dice)
      for _ in 0..<Int.random(in: 0...(Bool.random(using: &dice) ? 10 : 200), using: &dice) {
        text.append(isAscii ? "x" : letters.randomElement(using: &dice) ?? "b")
      }
      text += Bool.random(using: &dice) ? "\n" : "\r\n"
    }
    return text
  }

  /// The stored bytes of a text, and where each byte of its decoded form stands.
  static func encode(_ text: String, _ encoding: Encoding) -> ([UInt8], [Spot]) {
    var raw: [UInt8] =
      switch encoding {
      case .utf8: []
      case .little: [0xFF, 0xFE]
      case .big: [0xFE, 0xFF]
      }
    var spots: [Spot] = []
    var (line, column) = (0, 0)
    for scalar in text.unicodeScalars {
      for (index, byte) in String(scalar).utf8.enumerated() {
        // Within a character, UTF-8 counts from its lead byte on.
        spots.append(
          Spot(
            byte: byte, raw: raw.count + (encoding == .utf8 ? index : 0), line: line,
            column: column + (index == 0 ? 0 : String(scalar).utf16.count)))
      }
      for unit in scalar.utf16 {
        switch encoding {
        case .utf8: break
        case .little: raw += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        case .big: raw += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
      }
      if encoding == .utf8 { raw += Array(String(scalar).utf8) }
      column = scalar == "\n" ? 0 : column + scalar.utf16.count
      line += scalar == "\n" ? 1 : 0
    }
    return (raw, spots)
  }

  /// Writes in chunks of all sizes.
  static func write(_ raw: [UInt8], _ limits: InputLimits, _ dice: inout Dice) -> [Document] {
    var documents: [Document] = []
    var writer = SegmentWriter(origin: origin, limits: limits) { documents.append($0) }
    var rest = raw[...]
    while !rest.isEmpty {
      let chunk = Array(rest.prefix(Int.random(in: 1...90, using: &dice)))
      if Bool.random(using: &dice) {
        writer.append(chunk.span)
      } else {
        writer.append(whole: chunk)
      }
      rest = rest.dropFirst(chunk.count)
    }
    writer.finish()
    #expect(writer.total == raw.count && writer.end == raw.count)
    return documents
  }

  /// The owned bytes of a document, placed by nothing but the document itself.
  static func spots(of document: Document) -> [Spot] {
    var spots: [Spot] = []
    var (line, column) = (document.start.lines, document.start.columns)
    for (offset, byte) in document.bytes.enumerated() {
      if document.owned.contains(offset) {
        spots.append(
          Spot(
            byte: byte, raw: document.start.offset + document.map.raw(offset), line: line,
            column: column))
      }
      column = byte == 0x0A ? 0 : column + UTF16Units.count([byte])
      line += byte == 0x0A ? 1 : 0
    }
    return spots
  }
}
