import Rules
import Testing

@Suite struct RuleWindowTests {
  /// The text of the window around the keyword `KEY`.
  private func window(_ text: String, _ before: Int, _ after: Int, _ lines: Int?) throws -> String {
    let bytes = Array(text.utf8)
    let key = Array("KEY".utf8)
    let hit = try #require(bytes.indices.first { bytes[$0...].starts(with: key) })
    let range = Rule.Window(before: before, after: after, lines: lines)
      .range(around: hit, in: bytes.span)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  @Test func isCutByBytes() throws {
    #expect(try window("0123456789KEY0123456789", 4, 8, 0) == "6789KEY01234")
    #expect(try window("KEY", 100, 100, 0) == "KEY")
    #expect(try window("aKEYb", 0, 3, nil) == "KEY")
    #expect(try window("aKEYb", 0, .max, nil) == "KEYb")
  }

  @Test func isCutByLines() throws {
    let text = "one\ntwo\na KEY b\nthree\nfour\n"
    #expect(try window(text, 100, 100, 0) == "a KEY b")
    #expect(try window(text, 100, 100, 1) == "two\na KEY b\nthree")
    #expect(try window(text, 100, 100, nil) == text)
    #expect(try window("\nKEY\n", 10, 10, 0) == "KEY")
  }
}
