import Testing
import YAML

@Suite struct SegmentTests {
  /// Decoded text and source of each segment.
  private func pieces(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let node = try #require(YAMLReader.read(bytes).documents.first?["a"])
    guard case .scalar(let scalar) = node.content else { throw Missing() }
    let value = scalar.value
    return node.segments(in: bytes).map { segment in
      let source = bytes[segment.sourceOffset..<segment.sourceOffset + segment.length]
      let content = value[segment.contentOffset..<segment.contentOffset + segment.length]
      #expect(source.elementsEqual(content))
      return String(decoding: source, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("a: b c", ["b c"]),
    ("a: b\n  c\n\n\n  d", ["b", "c", "d"]),
    ("a: b\u{2028}  c\u{85} d", ["b", "c", "d"]),
    ("a: 'b''c'''", ["b", "'c", "'"]),
    ("a: 'b \r\n  c\td'", ["b", "c\td"]),
    (#"a: "b\"c\\d\/e""#, ["b", "\"c", "\\d", "/e"]),
    (#"a: "b\x41c\u00e9d\U0001F511e\nf\Lg\_h""#, ["b", "c", "d", "e", "f", "g", "h"]),
    ("a: \"b \\\n   c\\\r\n\n  d\n  e\"", ["b ", "c", "d", "e"]),
    ("a: |\n  b\n    c\n\n  d\n", ["b", "  c", "d"]),
    ("a: |\r\n  b \r\n  c\r\n", ["b ", "c"]),
    ("a: |2-\n    b\n   c\n", ["  b", " c"]),
    ("x:\n  y: z\na: |1\n\n  b\n c\n", [" b", "c"]),
    ("a: >\n  b\n  c\n\n  d\n    e\n  f\n", ["b", "c", "d", "  e", "f"]),
    ("a: >+\n\n\n  é\n  ü\u{2028}  ö\n\n", ["é", "ü", "ö"]),
    ("a: |\n\u{85}  ¨b\u{85}  c\n", ["¨b", "c"]),
    ("a: ''", []), ("a:", []), ("a: |\n", []), ("a: |+\n\n\n", []), ("a: [b]", []),
  ])
  func copiedPieces(_ text: String, _ expected: [String]) throws {
    if text == "a: [b]" {
      let bytes = Array(text.utf8)
      #expect(YAMLReader.read(bytes).documents.first?["a"]?.segments(in: bytes) == [])
    } else {
      #expect(try pieces(text) == expected)
    }
  }

  @Test func sourceRange() throws {
    let bytes = Array("a: |\n  one\n  two\n".utf8)
    let node = try #require(YAMLReader.read(bytes).documents.first?["a"])
    let segments = node.segments(in: bytes)
    #expect(segments.sourceRange(of: 0..<3) == 7..<10)
    #expect(segments.sourceRange(of: 1..<6) == 8..<15)
    #expect(segments.sourceRange(of: 4..<5) == 13..<14)
    #expect(segments.sourceRange(of: 3..<4) == nil)
    #expect(segments.sourceRange(of: 90..<99) == nil)
  }

  @Test func wrongSourceIsHarmless() throws {
    let bytes = Array("a: |\n  one\n  two\n".utf8)
    let node = try #require(YAMLReader.read(bytes).documents.first?["a"])
    #expect(node.segments(in: Array(bytes.prefix(9))) == [])
    #expect(node.segments(in: Array(repeating: 0x2D, count: 40)) == [])
  }

  /// Random scalars of each style: what a segment names is equal in both places, segments ascend,
  /// and every decoded byte that is a letter lies in one.
  @Test(arguments: 0..<40)
  func anyScalar(_ seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let words = ["a", "b c", "é", "\u{1F511}", "''", "x:y", "\t", " ", "  ", "-", "#"]
    let breaks = ["\n", "\n", "\r\n", "\n\n", "\u{85}", "\u{2028}", "\n\n\n"]
    let heads = ["", "'", "\"", "|\n", ">\n", "|+\n", ">-\r\n", "|2\n", ">1\n"]
    var checked = 0
    for _ in 0..<100 {
      let head = heads.randomElement(using: &random) ?? ""
      var body = head.hasPrefix("|") || head.hasPrefix(">") ? "   " : "q"
      for _ in 0..<Int.random(in: 0..<9, using: &random) {
        let word = words.randomElement(using: &random) ?? ""
        body += head == "\"" && word == "''" ? "\\x41\\\"" : word
        if Int.random(in: 0..<3, using: &random) == 0 {
          let indent = String(repeating: " ", count: Int.random(in: 2..<5, using: &random))
          body += (breaks.randomElement(using: &random) ?? "") + indent
        }
      }
      let tail = head == "'" || head == "\"" ? head : ""
      let bytes = Array("r:\n a: \(head)\(body)\(tail)\n b: c\n".utf8)
      let reading = YAMLReader.read(bytes)
      guard reading.problems.isEmpty, let node = reading.documents.first?["r"]?["a"],
        case .scalar(let scalar) = node.content
      else { continue }
      checked += 1
      let value = scalar.value
      var isCovered = [Bool](repeating: false, count: value.count)
      var last = (content: -1, source: -1)
      for segment in node.segments(in: bytes) {
        #expect(segment.contentOffset > last.content && segment.sourceOffset > last.source)
        for place in 0..<segment.length {
          #expect(value[segment.contentOffset + place] == bytes[segment.sourceOffset + place])
          isCovered[segment.contentOffset + place] = true
        }
        last = (
          segment.contentOffset + segment.length - 1, segment.sourceOffset + segment.length - 1
        )
        #expect(scalar.contentRange.contains(last.source))
      }
      let copied = Set("abcqxy'é-#:".utf8)
      for (byte, isCovered) in zip(value, isCovered) where copied.contains(byte) {
        #expect(isCovered, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
    #expect(checked > 30)
  }
}
