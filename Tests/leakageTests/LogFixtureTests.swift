import FoundationEssentials
import Testing

/// What is found in each of `fixtures/logs`, and where it is said to stand: `NAME.findings` beside the
/// log. `RECORD_EXPECTED=1` writes the expectations anew, and fails.
@Suite struct LogFixtureTests {
  private static let folder = "\(Sandbox.project)/fixtures/logs"

  private static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (files ?? []).filter { $0.hasSuffix(".log") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test(arguments: names)
  func fixture(_ name: String) throws {
    let text = try String(contentsOf: URL(filePath: "\(Self.folder)/\(name).log"), encoding: .utf8)
    let token = try Planted("«glpat-{base62:20}»", seed: 9).text
    let box = try Sandbox()
    try box.write("download", raw(text, token: token))
    let report = try box.sh("leakage scan download --age none --format json").report()
    let found = report.findings.flatMap { finding in
      ([finding.location] + finding.alsoAt).map { place in
        let words = place.place
        let told = [words?.job, words?.step, words?.time].map { $0 ?? "-" }
        return "\(place.region.startLine) \(finding.rule) | \(told.joined(separator: " | "))"
      }
    }.sorted().joined(separator: "\n")
    let expectation = URL(filePath: "\(Self.folder)/\(name).findings")
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] == "1" {
      try Data("\(found)\n".utf8).write(to: expectation)
      Issue.record("recorded \(expectation.path)")
    }
    let expected = try String(contentsOf: expectation, encoding: .utf8)
    #expect("\(found)\n" == expected)
    #expect(!found.isEmpty)
  }

  /// The bytes of a fixture, in which signs stand for control characters and `{token}` for a token.
  private func raw(_ text: String, token: String) -> [UInt8] {
    let signs: [Unicode.Scalar: [UInt8]] = [
      "␛": [0x1B], "␍": [0x0D], "␇": [0x07], "␀": [0x00], "⌖": [0xEF, 0xBB, 0xBF],
    ]
    var bytes: [UInt8] = []
    for part in text.components(between: "{token}", filling: token).unicodeScalars {
      bytes += signs[part] ?? Array(String(Character(part)).utf8)
    }
    return bytes
  }
}

extension String {
  /// The text with each mark replaced.
  fileprivate func components(between mark: String, filling value: String) -> String {
    split(separator: mark, omittingEmptySubsequences: false).joined(separator: value)
  }
}
