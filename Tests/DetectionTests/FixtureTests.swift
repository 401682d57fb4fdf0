import Findings
import FoundationEssentials
import Rules
import Testing

@testable import Detection

/// The texts of `fixtures/detection` through the whole engine under all rules: every marked place
/// is found, and nothing else is.
@Suite struct FixtureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    var testDescription: String { "\(path): \(text.prefix(80))" }
  }

  static func cases(_ name: String, file: String = #filePath) throws -> [Case] {
    let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "fixtures/detection/\(name)"))
    // The text before the first line of dashes is for the reader.
    let parts = String(decoding: data, as: UTF8.self).split(separator: "\n--- ").dropFirst()
    return parts.map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Case(
        path: String(lines[0]),
        text: String(lines.last ?? "").trimmingSuffix(while: { $0 == "\n" }) + "\n")
    }
  }

  private static func check(_ cases: [Case], seeds: ClosedRange<UInt64>) throws {
    let engine = DetectionEngine(
      rules: RuleList(try CatalogueTests.rules()), options: DetectionOptions(asOf: Fixture.asOf))
    var worker = DetectionWorker(engine)
    for one in cases {
      for seed in seeds {
        let rendered = try Template(one.text).render(seed: seed)
        let found = worker.detect(Fixture.subject(rendered.bytes, path: one.path)).confirmed
        #expect(
          found.map(\.range) == rendered.secrets,
          "\(one.path): \(one.text): \(found.map { "\($0.rule.id) \($0.range)" }) seed \(seed)")
      }
    }
  }

  @Test func markedPlacesAreFound() throws {
    let cases = try Self.cases("found.txt")
    try #require(cases.count > 200)
    try Self.check(cases, seeds: 1...5)
  }

  @Test func lookAlikesAreSilent() throws {
    let cases = try Self.cases("silent.txt")
    try #require(cases.count > 200)
    try Self.check(cases, seeds: 1...3)
  }
}

extension String {
  fileprivate func trimmingSuffix(while isSuffix: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let last = text.last, isSuffix(last) { text.removeLast() }
    return String(text)
  }
}
