import Testing
import YAML

/// Errors cost the structure around them, and no more.
@Suite struct DamageTests {
  @Test(arguments: [
    // Tabs for indentation.
    ("a: 1\nb:\n\tc: 2\nd: 3\n", ["{a: 1, b: , d: 3}"]),
    // Characters that start no token.
    ("a: 1\nb: @foo\nc: 3\n", ["{a: 1, b: , c: 3}"]),
    ("a: `x`\nb: %y\nc: 3\n", ["{a: , b: , c: 3}"]),
    // A value within a value.
    ("a: 1\nb: c: d\ne: 4\n", ["{a: 1, b: c, e: 4}"]),
    // Bad indentation; the good line below is not lost.
    ("a:\n    b: 1\n  c: 2\nd: 3\n", ["{a: {b: 1}, d: 3}"]),
    ("a: 1\njunk\nb: 2\n", ["{a: 1, b: 2}"]),
    ("junk\nb: 2\nc: 3", ["{b: 2, c: 3}"]),
    // Left open.
    ("a: \"x\nb: 2\nc: 3\n", ["{a: , b: 2, c: 3}"]),
    ("a: 'x\nb: 2\n", ["{a: , b: 2}"]),
    ("a: [1, 2\nb: 2\nc: 3\n", ["{a: [1], b: 2, c: 3}"]),
    ("a: {x: 1,\nb: 2,\nc: 3\n", ["{a: {x: 1}, b: 2,, c: 3}"]),
    ("a:\n  b:\n    - 1\n    - [2\nz: 1\n", ["{a: {b: [1, []]}, z: 1}"]),
    // Sequences go on, too.
    ("- a: 1\n- b: @\n- c: 3\n", ["[{a: 1}, {b: }, {c: 3}]"]),
    // Another document, another kind of root.
    ("a: @\n---\nb: 1\n", ["{a: }", "{b: 1}"]),
    ("a: @\n- b\n- c\n", ["{a: }", "[b, c]"]),
    ("a: 1\n]\nb: 2\n---\nc: }\nd: 4\n", ["{a: 1, b: 2}", "{c: , d: 4}"]),
    // Nothing to go on with.
    ("a: [1, 2", ["{a: [1, 2]}"]),
    ("{\n  \"a\": 1,\n  \"b\": [1, 2\n  \"c\": 3\n}\n", ["{a: 1, b: [1, 2 \"c\"]}"]),
    ("@", []),
    // Undefined tag handles and bad escapes.
    ("a: !x!y 1\nb: 2\n", ["{a: , b: 2}"]),
    ("a: \"\\q\"\nb: 2\n", ["{a: , b: 2}"]),
  ])
  func structureAroundDamage(_ text: String, _ expected: [String]) {
    let reading = read(text)
    #expect(reading.documents.map(\.shape) == expected)
    #expect(reading.problems.contains { $0.code == .syntax })
  }

  @Test func problemsHavePlaces() throws {
    let problem = try #require(read("ä: 1\nb: ü: d\n").problems.first)
    #expect(problem.code == .syntax)
    #expect(problem.offset == 11)
    #expect(problem.line == 2)
    #expect(problem.column == 5)
    #expect(problem.message.contains("mapping values are not allowed"))
  }

  @Test func templateLinesAreComments() {
    let text = """
      {{- if .Values.on }}
      spec:
        {{- with .Values.x }}
        a: {{ .y }}
        {{- end }}
        script: |
          echo {{ .z }}
          {{- if .w }}
          end
        {% if x %}
        b: 2
      {{- end }}
      """
    let reading = read(text)
    let expected = "{spec: {a: {{.y: }: }, script: echo {{ .z }}\n{{- if .w }}\nend\n, b: 2}}"
    #expect(reading.documents.map(\.shape) == [expected])
    #expect(reading.problems.map(\.code) == [.templateLine])
  }

  @Test func templateAmongDamage() {
    let reading = read("a: 1\n{{- if x }}\nb: @\n{{ end }}\nc: 3\n")
    #expect(reading.documents.map(\.shape) == ["{a: 1, b: , c: 3}"])
    #expect(reading.problems.map(\.code) == [.templateLine, .syntax])
  }

  @Test(
    arguments: [
      [0x07], [0x00], [0x1B], [0x7F], [0xFF], [0xC3], [0xC2, 0x80], [0xE2, 0x82], [0xC0, 0xAF],
      [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F],
    ] as [[UInt8]])
  func forbiddenBytes(_ bad: [UInt8]) throws {
    for style in [("", ""), ("'", "'"), ("\"\\t", "\""), ("|\n ", ""), (">\n ", "")] {
      let head = Array("a: 1\nb: \(style.0)x".utf8)
      let bytes = head + bad + Array("y\(style.1)\nc: 3\n".utf8)
      let reading = YAMLReader.read(bytes)
      let root = try #require(reading.documents.first)
      #expect(reading.problems.map(\.code) == [.invalidCharacter])
      #expect(reading.problems.first?.offset == head.count)
      #expect(root["a"]?.scalar == "1")
      #expect(root["c"]?.scalar == "3")
      // The value holds the input's own bytes, and its places are right.
      guard let node = root["b"], case .scalar(let scalar) = node.content else { throw Missing() }
      let wanted = [UInt8(ascii: "x")] + bad + [UInt8(ascii: "y")]
      let kept = scalar.value.drop { $0 == Array("\t".utf8)[0] }.prefix(wanted.count)
      #expect(Array(kept) == wanted)
      let last = try #require(node.segments(in: bytes).last)
      #expect(last.sourceOffset + last.length == head.count + bad.count + 1)
    }
  }

  @Test func allBytes() {
    let reading = YAMLReader.read(Array(UInt8.min...UInt8.max))
    #expect(reading.problems.first?.code == .invalidCharacter)
  }
}
