import FoundationEssentials
import Testing

/// One value in a pipeline file, in its history and in a log is one story.
@Suite struct StoryTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    let planted = try Planted("on: push\njobs:\n  a:\n    env:\n      TOKEN: «glpat-{base62:20}»\n")
    let value = String(decoding: planted.values[0], as: UTF8.self)
    try box.write("r/.github/workflows/ci.yml", planted.bytes)
    try box.make("cd r; git init -q -b main; commit 2023-01-01 one")
    try box.write("b.log", "2024-05-01T10:00:00.0000000Z curl -H \"PRIVATE-TOKEN: \(value)\"\n")
  }

  @Test func `as text`() throws {
    let run = try box.sh("leakage scan r b.log --as-of 2026-01-01")
    let text = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "story hardcoded at r/.github/workflows/ci.yml:5:14 (job a) since 2023-01-01; printed on 2024-05-01 at b.log:1:"
      ))
    #expect(text.contains("never rotated; no expiry"))
    #expect(text.components(of: "story ") == 2)
    let grouped = try box.sh("leakage scan r b.log --as-of 2026-01-01 --group-by secret").text
    #expect(grouped.hasPrefix("TOKEN, 2 places\n"))
    #expect(grouped.contains("b.log") && grouped.contains("ci.yml"))
    let byRule = try box.sh("leakage scan r b.log --as-of 2026-01-01 --group-by rule").text
    #expect(byRule.hasPrefix("GitLab"))
  }

  @Test func `as JSON`() throws {
    let report = try box.sh("leakage scan r b.log --as-of 2026-01-01 --format json").report()
    let story = try #require(report.stories.first)
    #expect(report.stories.count == 1)
    #expect(story.findings == report.findings.map(\.id))
    #expect(story.events.map(\.event) == ["hardcoded", "printed"])
    #expect(story.events.map { $0.time?.prefix(10) } == ["2023-01-01", "2024-05-01"])
    // A log has its own exposure window, which is open as long as nobody rotates.
    #expect(report.findings[1].exposure?.from == "2024-05-01T10:00:00Z")
    #expect(report.findings[1].exposure?.until == nil)
  }

  @Test func `a copy is not as old as its value`() throws {
    try box.make("cd r; sed 's/^/ /' .github/workflows/ci.yml > copy.yml; commit 2024-01-01 two")
    let report = try box.sh("leakage scan r b.log --as-of 2026-01-01 --format json").report()
    let events = try #require(report.stories.first?.events)
    #expect(events.map(\.event) == ["hardcoded", "printed", "hardcoded"])
    #expect(events.map { $0.time?.prefix(10) } == ["2023-01-01", "2024-05-01", nil])
    let text = try box.sh("leakage scan r b.log --as-of 2026-01-01").text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("hardcoded since 2023-01-01, at r/.github/workflows/ci.yml:5:14"))
    #expect(text.contains("hardcoded at r/copy.yml"))
  }

  @Test func `as SARIF`() throws {
    let run = try box.sh("leakage scan r b.log --as-of 2026-01-01 --format sarif")
    struct Log: Decodable {
      struct Run: Decodable { let results: [Result] }
      struct Result: Decodable {
        let relatedLocations: [Location]?
        let codeFlows: [Flow]?
      }
      struct Location: Decodable {
        struct Message: Decodable { let text: String }
        let message: Message?
      }
      struct Flow: Decodable { let threadFlows: [Thread] }
      struct Thread: Decodable { let locations: [Step] }
      struct Step: Decodable {
        let executionOrder: Int
        let executionTimeUtc: String
        let location: Location
      }
      let runs: [Run]
    }
    let results = try JSONDecoder().decode(Log.self, from: Data(run.output)).runs[0].results
    #expect(
      results.map { $0.relatedLocations?.map(\.message?.text) } == [
        ["the same value, printed"], ["the same value"],
      ])
    let steps = try #require(results[0].codeFlows?.first?.threadFlows.first?.locations)
    #expect(steps.map(\.executionOrder) == [1, 2])
    #expect(steps.map { $0.executionTimeUtc.prefix(10) } == ["2023-01-01", "2024-05-01"])
    #expect(results[1].codeFlows == nil)
  }
}

extension String {
  /// Into how many parts a text is cut by another one.
  fileprivate func components(of separator: String) -> Int { split(separator: separator).count }
}
