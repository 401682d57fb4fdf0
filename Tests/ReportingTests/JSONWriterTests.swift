import Testing

@testable import Reporting

@Suite struct JSONWriterTests {
  private func text(_ depth: Int, _ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(lineDepth: depth)
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func sample(_ json: inout JSONWriter) {
    json.object { json in
      json.member("a", 1)
      json.member("gone", nil as String?)
      json.array("b", [true, false]) { $0.value($1) }
      json.object("c") { _ in }
      json.key("d")
      json.raw(Array("[2]".utf8))
    }
  }

  @Test func linesAreBrokenDownToADepth() {
    #expect(text(0, sample) == #"{"a":1,"b":[true,false],"c":{},"d":[2]}"#)
    #expect(
      text(1, sample) == "{\n  \"a\": 1,\n  \"b\": [true,false],\n  \"c\": {},\n  \"d\": [2]\n}")
    #expect(
      text(.max) { json in json.array { $0.object { $0.member("x", "y") } } }
        == "[\n  {\n    \"x\": \"y\"\n  }\n]")
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("é漢😀", "\"é漢😀\""), ("\"\\/", #""\"\\/""#),
    ("\n\t\r", #""\n\t\u000d""#),
    ("\u{1B}\0", #""\u001b\u0000""#), ("\u{202E}\u{FEFF}", #""\u202e\ufeff""#),
    ("\u{E0041}", #""\udb40\udc41""#), ("\u{7F}\u{9B}", #""\u007f\u009b""#),
  ])
  func textIsEscaped(text: String, json: String) throws {
    let written = self.text(0) { $0.value(text) }
    #expect(written == json)
    #expect(try JSONValue.parse(Array("[\(written)]".utf8))[0]?.text == text)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64IsThatOfTheStandard(text: String, base64: String) {
    #expect(Base64.text(Array(text.utf8)) == base64)
  }
}
