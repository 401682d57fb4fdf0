import Testing

@testable import Rules

/// What follows a row with a secret, at the same place of the next rows.
@Suite struct RowsTests {
  /// The texts that are found behind the first place of a mark.
  private func found(_ rows: Rows, _ text: String, behind secret: String, end: Int? = nil)
    -> [String]
  {
    let bytes = Array(text.utf8)
    let mark = Array(secret.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
    return rows.secrets(
      behind: start..<start + mark.count, from: 0, in: bytes.span, window: 0..<(end ?? bytes.count)
    ).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func tuplesAreReadByTheirQuotesAndBrackets() {
    let text =
      "INSERT INTO t (a, b, c) VALUES ('(x', 'first-1', f(1, 2)), ('it''s, ok', N'second-2', ''), "
      + "(\"a\\\"b\", \"third-3\", NULL)\n, ('', NULL, 4), ('', 'word', 5), ('', 'fifth-5', 6);\n"
      + "INSERT INTO u (a, b) VALUES ('', 'other-6')"
    #expect(found(.tuples, text, behind: "first-1") == ["second-2", "third-3", "fifth-5"])
  }

  @Test func whatIsCutOffEndsTheTuples() {
    let text = "INSERT INTO t (a) VALUES ('first-1'), ('second-2'), ('third-3"
    #expect(found(.tuples, text, behind: "first-1") == ["second-2"])
    #expect(found(.tuples, text, behind: "first-1", end: 48).isEmpty)
  }

  @Test func linesAreReadByTheSeparatorBesideTheSecret() {
    let text =
      "n,p,x\na,first-1,\"1, 2\"\n\"b, c\",second-2,\r\nd,,\ne,\"third-3\",\nend\nf,other-4,\n"
    #expect(found(.lines, text, behind: "first-1") == ["second-2", "third-3"])
    let tabs = "n\tp\na\tfirst-1\nb\tsecond-2\r\n\\.\nc\tother-3\n"
    #expect(found(.lines, tabs, behind: "first-1") == ["second-2"])
    #expect(found(.lines, "p;n\nfirst-1;a\nsecond-2;b\n", behind: "first-1") == ["second-2"])
    #expect(found(.lines, "p\nfirst-1\nsecond-2\n", behind: "first-1").isEmpty)
  }
}
