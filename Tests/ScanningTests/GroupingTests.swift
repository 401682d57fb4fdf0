import Findings
import Testing

@testable import Scanning

@Suite struct GroupingTests {
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
    Grouping.group(findings) { location in
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

  @Test func `a value that a file repeats is one finding at its first place`() {
    let findings = [finding("hunter-22", offset: 50), finding("hunter-22"), finding("hunter-23")]
    let grouped = group(findings)
    #expect(
      grouped.map { [$0.location] + $0.alsoAt }.map { $0.map(\.region.byteOffset) } == [
        [0, 50], [0],
      ])
  }

  @Test func `files keep apart, members of one archive do not`() {
    let files = [
      finding("hunter-22", path: "a"), finding("hunter-22", path: "b"),
      finding("hunter-22", path: "c.zip", members: ["y"]),
      finding("hunter-22", path: "c.zip", members: ["x"]),
    ]
    #expect(group(files).map(told) == ["a@-", "b@-", "c.zip@- c.zip@-"])
    #expect(group(files)[2].location.origin.members == [Path("x")])
  }

  @Test func `the surest of them counts`() {
    let grouped = group([
      finding("hunter-22", confidence: .low), finding("hunter-22", offset: 9, confidence: .high),
    ])
    #expect(grouped.map(\.confidence) == [.high])
  }

  @Test func `printed environments are one if all their values are`() {
    func dump(_ values: [String], offset: Int) -> Finding {
      var dump = finding(values[0], rule: "environment-dump", offset: offset)
      dump.members = values.map { finding($0, offset: offset) }
      return dump
    }
    let one = dump(["hunter-22", "hunter-23"], offset: 0)
    let two = dump(["hunter-22", "hunter-23"], offset: 90)
    let three = dump(["hunter-22", "hunter-24"], offset: 180)
    #expect(group([three, two, one]).map(\.alsoAt.count) == [0, 1])
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
