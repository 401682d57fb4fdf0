import Testing
import YAML

@Suite struct DocumentTests {
  private func document(_ text: String) throws(YAMLError) -> YAMLDocument {
    try YAMLDocument.parse(Array(text.utf8), file: "rules/a.yml")
  }

  private func message(_ text: String) -> String? {
    do throws(YAMLError) {
      _ = try YAMLDocument.parse(Array(text.utf8), file: "rules/a.yml")
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("a: 1\nb: [", "rules/a.yml:2:5: error: while parsing a flow node: did not find"),
    ("a: 1\n\tb: 2\n", "rules/a.yml:2:1: error: "),
    ("é: 1\nb: ü\u{7}\n", "rules/a.yml:2:5: error: bytes that YAML forbids"),
    ("a: 1\r\nb: 2\r\na: 3\r\n", "rules/a.yml:3:1: error: duplicate key, first on line 1"),
    ("a:\n  - {b: 1, 'b': 2}", "rules/a.yml:2:12: error: duplicate key, first on line 2"),
    ("a: &x 1\nb: *x\n", "rules/a.yml:2:4: error: aliases are not supported"),
    ("a: 1\n---\nb: 2\n", "rules/a.yml:3:1: error: expected a single document"),
    ("a: 1\n{{- if x }}\nb: 2\n", "rules/a.yml:2:1: error: template lines"),
  ])
  func refused(_ text: String, _ expected: String) {
    let message = self.message(text) ?? "accepted"
    #expect(message.hasPrefix(expected), "\(message)")
  }

  @Test func emptyFile() throws {
    #expect(try document("# nothing\n").root.isNull)
    #expect(try document("").root.isNull)
    #expect(try !document("a: 1").root.isNull)
  }

  @Test func positions() throws {
    let document = try document("\u{FEFF}é: 'x'\r\n# note\u{85}\r\nb:\r\n  - 鍵: v\r\n")
    let first = document.root.entries[0]
    #expect(document.position(of: first.key) == document.position(ofByte: 3))
    #expect(document.position(of: first.value).column == 4)
    let last = try #require(document.root["b"]?.elements.first?.entries.first)
    #expect(document.position(of: last.key).line == 4)
    #expect(document.position(of: last.key).column == 5)
    #expect(document.position(of: last.value).column == 8)
    #expect(document.position(ofByte: 1_000).line == 5)
  }

  @Test func typedValues() throws {
    let document = try document("n: 12\nf: 3.5\nb: true\nt: x\ns: [p, \"q\"]\nz: ~\ne:\nq: '7'\n")
    let root = document.root
    #expect(try document.integer(of: document.required("n", in: root)) == 12)
    #expect(try document.number(of: document.required("f", in: root)) == 3.5)
    #expect(try document.boolean(of: document.required("b", in: root)))
    #expect(try document.text(of: document.required("t", in: root)) == "x")
    #expect(try document.texts(of: document.required("s", in: root)) == ["p", "q"])
    #expect(try document.text(of: document.required("q", in: root)) == "7")
    #expect(try document.fields(of: root).map(\.name) == ["n", "f", "b", "t", "s", "z", "e", "q"])
    #expect(root["z"]?.isNull == true)
    #expect(root["e"]?.isNull == true)
    #expect(root["t"]?.isNull == false)
  }

  @Test func typedErrors() throws {
    let document = try document("n: x\nb: 'true'\nz: ~\ns: [1, {}]\n")
    let root = document.root
    func failure(_ body: () throws(YAMLError) -> Void) -> String? {
      do throws(YAMLError) {
        try body()
        return nil
      } catch {
        return "\(error.line):\(error.column) \(error.message)"
      }
    }
    let number = try document.required("n", in: root)
    let quoted = try document.required("b", in: root)
    let null = try document.required("z", in: root)
    let list = try document.required("s", in: root)
    #expect(
      failure { () throws(YAMLError) in _ = try document.integer(of: number) }
        == "1:4 expected a whole number")
    #expect(
      failure { () throws(YAMLError) in _ = try document.number(of: number) }
        == "1:4 expected a number")
    #expect(
      failure { () throws(YAMLError) in _ = try document.boolean(of: quoted) }
        == "2:4 expected true or false")
    #expect(
      failure { () throws(YAMLError) in _ = try document.text(of: null) }
        == "3:4 expected a text")
    #expect(
      failure { () throws(YAMLError) in _ = try document.texts(of: list) }
        == "4:8 expected a text")
    #expect(
      failure { () throws(YAMLError) in _ = try document.elements(of: root) }
        == "1:1 expected a sequence")
    #expect(
      failure { () throws(YAMLError) in _ = try document.fields(of: list) }
        == "4:4 expected a mapping")
    #expect(
      failure { () throws(YAMLError) in _ = try document.required("y", in: root) }
        == "1:1 missing key: y")
    #expect(
      failure { () throws(YAMLError) in
        _ = try document.fields(of: root, known: ["n", "b", "s"])
      } == "3:1 unknown key; expected one of: n, b, s")
  }
}
