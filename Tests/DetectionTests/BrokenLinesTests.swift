import Findings
import Rules
import Testing

@testable import Detection

/// Tokens that a line's end cut in two.
@Suite struct BrokenLinesTests {
  static func halves() throws -> (whole: String, text: String) {
    let token = try Fixture.githubToken(seed: 4)
    return (token, "\(token.prefix(20))\n\(token.dropFirst(20))\n")
  }

  static func found(_ text: String) -> [String] {
    Fixture.detect(Array(text.utf8), path: "build.log", isLog: true).confirmed.map { candidate in
      candidate.secret.reveal { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test func halvesAreRead() throws {
    let (whole, text) = try Self.halves()
    #expect(Self.found("token \(text)") == [whole])
  }

  /// Whole tokens at the ends of lines, however many, leave the broken one behind them.
  @Test func wholeTokensAreNotTakenForHalves() throws {
    let (whole, text) = try Self.halves()
    let other = try Fixture.githubToken(seed: 9)
    let found = Self.found(String(repeating: "see \(other)\n", count: 400) + text)
    #expect(found.count == 401 && found.last == whole)
  }

  /// Nor do prefixes that nothing follows.
  @Test func prefixesAloneAreNoBound() throws {
    let (whole, text) = try Self.halves()
    let line = String(repeating: "ghp_", count: 12) + "\n\n\n"
    #expect(Self.found(String(repeating: line, count: 400) + text) == [whole])
  }

  /// What is left out is told, once.
  @Test func whatIsLeftOutIsTold() {
    let text = String(repeating: "ghp_\n", count: 9_000)
    let detected = Fixture.detect(Array(text.utf8), path: "build.log", isLog: true)
    #expect(detected.limits.map(\.ruleID) == ["github-token"])
    #expect(detected.limits.first?.offset == 4_096 * 5)
  }

  /// The versions of a log in a history are read as it is.
  @Test func changedLogsAreReadLikeOthers() throws {
    let (_, text) = try Self.halves()
    let origin = Origin(source: .file, path: Path("build.log"))
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Fixture.rules), options: DetectionOptions(asOf: Fixture.asOf))
    )
    let old = Array("first line\nsecond line\n".utf8)
    let new = old + Array(text.utf8)
    let change = TextChange(copies: [.init(base: 0..<old.count, start: 0)], baseSize: old.count)
    let base = worker.propose(old, origin: origin, change: nil, base: nil)
    let records = worker.propose(new, origin: origin, change: change, base: base)
    let subject = Fixture.subject(new, path: "build.log")
    let whole = worker.propose(new, origin: origin, change: nil, base: nil)
    let expected = worker.judge(whole, of: subject, keepsStruck: true)
    let found = worker.judge(records, of: subject, keepsStruck: true)
    #expect(expected.confirmed.count == 1)
    #expect(ChangedTextTests.summary(found) == ChangedTextTests.summary(expected))
  }
}
