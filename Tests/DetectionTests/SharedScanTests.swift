import Findings
import Rules
import Testing

@testable import Detection

/// A large text that is looked at in parts has what a scan of it in one go finds.
@Suite struct SharedScanTests {
  /// Does what comes last first.
  private struct Backwards: Sharing {
    func map<Result: Sendable>(
      _ count: Int, _ body: @escaping @Sendable (_ number: Int) -> Result
    ) -> [Result] {
      (0..<count).reversed().map(body).reversed()
    }
  }

  @Test(arguments: [UInt64](1...12)) func partsFindTheSame(seed: UInt64) throws {
    let engine = DetectionEngine(
      rules: RuleList(ChangedTextTests.rules), options: DetectionOptions(asOf: Fixture.asOf))
    let pieces =
      try ChangedTextTests.pieces() + ChangedTextTests.digests()
      + ["%2F", "\\n", "DB_PASSWORD_TOKEN_KEY=", "acme ", String(repeating: "acme ", count: 300)]
    let text = ChangedText(seed: seed, pieces: pieces, lines: 12_000).bytes
    let subject = Fixture.subject(text)
    try #require(TextScanner.isShared(text, as: FileKind.of(subject.document.origin, isLog: false)))
    var scanner = TextScanner(engine)
    var records = scanner.scan(
      text, as: FileKind.of(subject.document.origin, isLog: false), isBase: false)
    var runs = RunScanner(engine)
    var views = ViewScanner(engine)
    records.runs = runs.scan(text, &views)
    records.work.windows += views.takeWindows()
    var worker = DetectionWorker(engine)
    let whole = worker.judge(records, of: subject, keepsStruck: true)
    let shared = worker.detect(subject, sharing: Backwards())
    #expect(ChangedTextTests.summary(shared) == ChangedTextTests.summary(whole))
    #expect(shared.confirmed.map(\.range) == whole.confirmed.map(\.range))
    #expect(shared.struck.map(\.range) == whole.struck.map(\.range))
    #expect(shared.work == whole.work)
    #expect(whole.confirmed.count > 500 && whole.confirmed.count + whole.struck.count > 3_000)
  }
}
