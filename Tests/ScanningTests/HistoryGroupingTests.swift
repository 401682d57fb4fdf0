import Findings
import Testing

@testable import Scanning

@Suite struct HistoryGroupingTests {
  private func blob(_ digit: Character) -> ObjectID {
    ObjectID(String(repeating: digit, count: 40))!
  }

  private func version(
    _ digit: Character, path: String = "a.yml", value: String = "hunter-22", root: Int = 0,
    rule: String = "generic-password"
  ) -> Finding {
    finding(value, rule: rule, path: path, root: root, source: .history, blob: blob(digit))
  }

  /// Ranks blobs by their digit, so that `9` stands for all.
  private func group(_ findings: [Finding]) -> [Finding] {
    HistoryGrouping.group(findings) { location in
      (0, Int(location.origin.blob?.description.prefix(1) ?? "") ?? 0)
    }
  }

  private func told(_ finding: Finding) -> String {
    ([finding.location] + finding.alsoAt).map {
      "\($0.origin.path)@\($0.origin.blob?.description.prefix(1) ?? "-")"
    }.joined(separator: " ")
  }

  @Test func `versions of one file are one finding, the best ranked`() {
    let grouped = group([version("1"), version("9"), version("3")])
    #expect(grouped.map(told) == ["a.yml@9"])
  }

  @Test func `each other path is named once`() {
    let grouped = group([
      version("1", path: "b.yml"), version("2", path: "b.yml"), version("9"),
      version("4", path: "c"),
    ])
    #expect(grouped.map(told) == ["a.yml@9 c@4 b.yml@2"])
  }

  @Test func `rule, value and root keep apart`() {
    let grouped = group([
      version("1"), version("2", value: "hunter-23"), version("3", root: 1),
      version("4", rule: "generic-secret"),
    ])
    #expect(grouped.count == 4)
  }

  @Test func `what is not of a history is left alone`() {
    let files = [finding("hunter-22"), finding("hunter-22", offset: 50)]
    #expect(group(files).map(told) == files.map(told))
  }

  @Test func `the order of the findings does not matter`() {
    var findings = "123456789".flatMap { digit in
      ["a", "b", "c"].map { version(digit, path: $0) }
    }
    let expected = group(findings).map(told)
    #expect(expected == ["a@9 b@9 c@9"])
    for _ in 0..<20 {
      findings.shuffle()
      #expect(group(findings).map(told) == expected)
    }
  }
}
