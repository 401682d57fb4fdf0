import Testing

@testable import Migration

@Suite struct TOMLReaderTests {
  private func read(_ text: String) throws -> TOMLValue {
    try TOMLReader.read(Array(text.utf8), file: "a.toml")
  }

  @Test func tablesArraysAndDottedKeys() throws {
    let root = try read(
      """
      # a comment
      title = "a" # another
      [a.b]
      "c d".e = 1_000
      f = { g = true, h = [1, 2,] }
      [[rules]]
      id = 'one'
      [rules.allowlist]
      paths = [
        '''\\.md$''', # a comment in an array
        "b",
      ]
      [[rules]]
      id = "two"
      [[rules.allowlists]]
      x = 1
      [a]
      z = 1979-05-27T07:32:00Z
      """)
    #expect(root["title"]?.string == "a")
    #expect(root["a"]?["b"]?["c d"]?["e"]?.number == 1_000)
    #expect(root["a"]?["b"]?["f"]?["g"]?.isTrue == true)
    #expect(root["a"]?["b"]?["f"]?["h"]?.elements.count == 2)
    let rules = root["rules"]?.elements ?? []
    #expect(rules.map { $0["id"]?.string } == ["one", "two"])
    #expect(rules[0]["allowlist"]?["paths"]?.strings == ["\\.md$", "b"])
    #expect(rules[1]["allowlists"]?.elements.count == 1)
    #expect(rules[1].line == 13)
    #expect(root["a"]?["z"] != nil)
  }

  @Test(arguments: [
    (#""a\tb\u00e9\\""#, "a\tb\u{e9}\\"), ("'a\\b'", "a\\b"), ("\"\"\"\nx \\\n   y\"\"\"", "x y"),
    ("'''it''s'''", "it''s"), ("\"\"\"\"\"a\"\"\"\"\"", "\"\"a\"\""), ("''", ""),
    ("\"\"\"\"\"\"", ""),
  ])
  func strings(_ text: String, _ value: String) throws {
    #expect(try read("k = \(text)\n")["k"]?.string == value)
  }

  @Test(arguments: [
    ("a = ", 1, 5), ("a = b", 1, 6), ("a = 1 2", 1, 7), ("= 1", 1, 1), ("[a\nb = 1", 1, 3),
    ("a = \"x", 1, 7), ("a = \"x\ny\"", 1, 7), ("a = [1 2]", 1, 8), ("a = \"\\q\"", 1, 7),
    ("\n\na = 1\na = 2", 4, 1), ("a = 1\n[a]", 2, 1), ("[[a]]\n[[a.b]]\n[a.b]", 3, 1),
    ("[a]\nc = {d = 1", 2, 11),
  ])
  func mistakesHaveTheirPlace(_ text: String, _ line: Int, _ column: Int) throws {
    do throws(MigrationError) {
      _ = try TOMLReader.read(Array(text.utf8), file: "a.toml")
      Issue.record("read: \(text)")
    } catch {
      #expect((error.line, error.column) == (line, column), "\(text): \(error)")
    }
  }

  @Test func hostileTextEnds() {
    for text in [
      String(repeating: "[", count: 100_000), "a = " + String(repeating: "[", count: 100_000),
      "a = " + String(repeating: "{a=", count: 10_000), String(repeating: "a.", count: 20_000),
    ] {
      #expect(throws: MigrationError.self) { try read(text) }
    }
  }
}
