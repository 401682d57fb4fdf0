import Testing
import YAML

/// Ranges are those of the bytes marked in the text.
@Suite struct RangeTests {
  @Test(arguments: [
    "«a»: «b»",
    "  «a»: «b c»  # no part of it\n",
    "«é»: «ünï \u{1F511} ö»\n«z»: «1»\n",
    "«日本»:\n  «鍵»: «値»\n",
    "\u{FEFF}«a»: «b»\n«c»: «d»",
    "\u{FEFF}# ü\n«a»: «é»\n",
    "«a»: «1»\r\n«b»: «2»\r\n",
    "# ü\r\n«a»: «'é'»\r\n«b»: «\"ü\"»\r\n",
    "«a»: «1»\u{85}«b»: «é»\u{85}«c»: «3»",
    "«a»: «1»\u{2028}«b»: «2»\u{2029}«c»: «3»",
    "# \u{85}\n«a»: «ü\u{FEFF}»\n",
    "«a»: !secret «b»\n«c»: &x «d»\n«e»: &y !!str «'f'»\n«g»: !!str &z «h»",
    "!t «a»: !u # note\n  «b»\n",
    "«a»:«»\n«b»: !t«»\n«c»: «d»",
    "? «a»\n: «b»\n",
    "«'it''s'»: «\"\\u00e9\"»",
    "«a»: «x\n  y\n\n  z»\n",
  ])
  func scalars(_ text: String) {
    let marked = MarkedText(text)
    let reading = YAMLReader.read(marked.bytes)
    #expect(reading.problems.isEmpty)
    let scalars = reading.documents.flatMap(\.all).filter { $0.scalar != nil }
    #expect(scalars.map(\.range) == marked.ranges)
  }

  @Test(arguments: [
    "a: «b»", "a: '«b»'", "a: \"«b\\tc»\"", "a: '«»'", "a:«»", "a: !t &x '«b»'",
    "a: |\n«  x\n  y»\n", "a: |-  # note\n«  x\n\n  y  »\n\n\n# end\nb: c",
    "a: !vault |\r\n«  x\r\n  y»\r\n\r\nb: c", "a: >2-\n«\n    x»\n  \n", "a: |«»\nb: c",
    "a: |+\n«  x»",
  ])
  func content(_ text: String) throws {
    let marked = MarkedText(text)
    let node = try #require(YAMLReader.read(marked.bytes).documents.first?["a"])
    guard case .scalar(let scalar) = node.content else { throw Missing() }
    #expect([scalar.contentRange] == marked.ranges)
  }

  @Test(arguments: [
    "a: «|\n  x\n  y»\n\n\nb: c", "a: «>-»\n\nb: c", "a: «|  # note\n  é »\n   \n# x\nb: c",
    "a: !t «[1, {x: y}]» # note\nb: c", "a: &x # note\n  «- 1\n  - 2»\n\nb: c",
    "a:\n«- 1\n- 2»\nb: c", "a:\n  «b: 1\n  c: 2»\n\n# note\nd: e", "a: «{x: 1,\n y: 2}»\nb: c",
    "a: «*b»", "a: «{}»",
  ])
  func values(_ text: String) throws {
    let marked = MarkedText(text)
    let node = try #require(YAMLReader.read(marked.bytes).documents.first?["a"])
    #expect([node.range] == marked.ranges)
  }

  @Test func pairWithinFlowSequence() throws {
    let marked = MarkedText("[«a: b»  , «{c: d}»,«? e : f» ]")
    let root = try #require(YAMLReader.read(marked.bytes).documents.first)
    #expect(root.elements.map(\.range) == marked.ranges)
    #expect(root.shape == "[{a: b}, {c: d}, {e: f}]")
  }

  @Test func farBehindManyCharacters() throws {
    // Beyond many steps of the index, at each of its phases.
    for count in 0..<140 {
      let marked = MarkedText(String(repeating: "é", count: count) + "x: y\n«k»: «v»\n")
      let root = try #require(YAMLReader.read(marked.bytes).documents.first)
      #expect(root.entries[1].key.range == marked.ranges[0])
      #expect(root.entries[1].value.range == marked.ranges[1])
    }
  }
}

struct Missing: Error {}
