import Testing
import YAML

@Suite struct StructureTests {
  @Test func documents() {
    #expect(shapes("a: 1\n---\n- b\n...\n---\nc") == ["{a: 1}", "[b]", "c"])
    #expect(shapes("") == [])
    #expect(shapes("# nothing\n") == [])
    #expect(shapes("---\n---\n") == ["", ""])
  }

  @Test func stylesDecode() throws {
    let text = """
      plain: a b
      single: 'it''s'
      double: "a\\tb\\u00e9\\"\\x41"
      literal: |
        one
          two

        three
      folded: >-
        one
        two

        three
      long: x
        y
      """
    let root = try #require(read(text).documents.first)
    let expected: [(YAMLScalar.Style, String)] = [
      (.plain, "a b"), (.singleQuoted, "it's"), (.doubleQuoted, "a\tbé\"A"),
      (.literal, "one\n  two\n\nthree\n"), (.folded, "one two\nthree"), (.plain, "x y"),
    ]
    for (entry, expected) in zip(root.entries, expected) {
      guard case .scalar(let scalar) = entry.value.content else { throw Missing() }
      #expect(scalar.style == expected.0)
      #expect(scalar.text == expected.1)
      #expect(scalar.value == Array(expected.1.utf8))
      #expect(scalar.count == expected.1.utf8.count)
    }
    #expect(root.entries.count == expected.count)
  }

  @Test func tagsAndAnchors() throws {
    let text =
      "%TAG !e! tag:e.org,2000:\n---\na: !Ref x\nb: !!binary &n y\nc: !e!z &m [1]\nd: &o e\n"
    let root = try #require(read(text).documents.first)
    #expect(root["a"]?.tag == "!Ref")
    #expect(root["a"]?.anchor == nil)
    #expect(root["b"]?.tag == "tag:yaml.org,2002:binary")
    #expect(root["b"]?.anchor == "n")
    #expect(root["c"]?.tag == "tag:e.org,2000:z")
    #expect(root["c"]?.anchor == "m")
    #expect(root["d"]?.tag == nil)
    #expect(root["d"]?.anchor == "o")
    #expect(root.tag == nil)
  }

  @Test func nothingIsResolved() {
    #expect(
      shapes("a: &x {k: 1}\nb:\n  <<: *x\n  k: 2\n  k: 3\nc: [*x, *y]\nd: yes\n") == [
        "{a: {k: 1}, b: {<<: *x, k: 2, k: 3}, c: [*x, *y], d: yes}"
      ])
    #expect(shapes("a: &a [*a]") == ["{a: [*a]}"])
  }

  @Test func lookup() throws {
    let root = try #require(read("k: 1\nk: 2\n[a]: 3\nm: {x: y}\ns: [p, q]").documents.first)
    #expect(root["k"]?.scalar == "2")
    #expect(root["a"] == nil)
    #expect(root["m"]?["x"]?.scalar == "y")
    #expect(root["m"]?.scalar == nil)
    #expect(root["s"]?.elements.compactMap(\.scalar) == ["p", "q"])
    #expect(root["s"]?.entries.isEmpty == true)
    #expect(root["k"]?.elements.isEmpty == true)
  }

  @Test func flowAndOddKeys() {
    #expect(shapes("{a: [1, {b: c}], ? d, e}") == ["{a: [1, {b: c}], d: , e: }"])
    #expect(shapes("? [x, y]\n: - z\n") == ["{[x, y]: [z]}"])
    #expect(shapes("- - a\n  - b\n- c: d\n  e: f\n") == ["[[a, b], {c: d, e: f}]"])
    #expect(shapes("on: push\nv: {{ .Values.x }}") == ["{on: push, v: {{.Values.x: }: }}"])
  }
}
