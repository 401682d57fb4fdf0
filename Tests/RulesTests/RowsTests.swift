import Testing

@testable import Rules

/// What follows a row with a secret, at the same place of the next rows.
@Suite struct RowsTests {
  private let keywords = [Rule.Keyword(text: "insert into", anchor: .match, ignoresCase: true)]

  /// The texts that are found behind the first place of a mark.
  private func found(_ rows: Rows, _ text: String, behind secret: String, end: Int? = nil)
    -> [String]
  {
    let bytes = Array(text.utf8)
    let mark = Array(secret.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
    return rows.read(
      behind: start..<start + mark.count, from: 0, in: bytes.span, window: 0..<(end ?? bytes.count),
      keywords: keywords
    ).secrets.map { String(decoding: bytes[$0], as: UTF8.self) }
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
    #expect(found(.tuples, text, behind: "first-1", end: 48) == ["second-2"])
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

  @Test func rowsGoOnBehindTheWindow() {
    let rows = (2...400).map { "(\($0), 'secret-\($0)')" }
    let text =
      "INSERT INTO t (a, b) VALUES (1, 'secret-1'), " + rows.joined(separator: ",\n") + ";\n"
    #expect(found(.tuples, text, behind: "secret-1", end: 120).count == 399)
    // The next head ends what is read, and says so if rows stood before it.
    let cut = text.replacing("'secret-200'", with: "'insert into secret-200'")
    #expect(found(.tuples, cut, behind: "secret-1", end: 120).count == 198)
    let lines = (1...400).map { "n\($0),secret-\($0),x\n" }.joined()
    #expect(
      found(.lines, "n,p,x\n" + lines + "end\nn,other-1,x\n", behind: "secret-1", end: 60).count
        == 399)
  }

  @Test func whatIsLeftIsSaid() {
    func reading(_ text: String, _ end: Int, _ rows: Rows = .lines) -> Rows.Reading {
      let bytes = Array(text.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: "first-1".utf8) } ?? 0
      return rows.read(
        behind: start..<start + 7, from: 0, in: bytes.span, window: 0..<end,
        keywords: keywords + [Rule.Keyword(text: "kzk", anchor: .context, ignoresCase: false)])
    }
    let text = "n,p\na,first-1\nb,second-2\nc,third-3\n"
    #expect(!reading(text, 15).isCut)
    #expect(!reading(text + "n,kzk\na,fifth-5\n", 15).isCut)
    #expect(reading(text, 15).end == text.utf8.count)
    #expect(reading(text + "d,kzk-4444\ne,fifth-5\n", 15).isCut)
    #expect(!reading(text + "\nd,kzk-4444\ne,fifth-5\n", 15).isCut)
    #expect(
      reading("INSERT INTO t (p) VALUES ('first-1'), ('a-2'), ('insert into a')", 38, .tuples).isCut
    )
    #expect(
      !reading("INSERT INTO t (p) VALUES ('first-1'), ('a-2'); insert into", 38, .tuples).isCut)
  }
}
