import Findings
import FoundationEssentials
import Pipelines
import Testing

/// Whole files of each dialect, and all that is read from them. `RECORD_EXPECTED=1` writes the
/// expectations anew, and fails.
@Suite struct FixtureTests {
  struct Expected: Codable, Equatable {
    var name: String
    var kind: String
    var value: String
    /// The file's own bytes.
    var raw: String
    var job: String?
    var step: String?
    var keyPath: String?
  }

  struct File: Codable, Equatable {
    var dialect: String
    var assignments: [Expected]
  }

  static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    + "/fixtures/pipelines"

  @Test(arguments: [
    "github-workflow/.github/workflows/deploy.yml", "github-action/action.yml",
    "gitlab-ci/.gitlab-ci.yml", "docker-compose/compose.yaml",
  ])
  func fixture(_ path: String) throws {
    let file = "\(Self.folder)/\(path)"
    let bytes = try Array(Data(contentsOf: URL(filePath: file)))
    let reading = try #require(PipelineReader.read(bytes, path: Path(path)))
    #expect(reading.problems.isEmpty)
    let found = File(
      dialect: reading.dialect.name,
      assignments: reading.assignments.map { assignment in
        Expected(
          name: assignment.name, kind: assignment.kind.rawValue, value: assignment.text,
          raw: String(decoding: bytes[assignment.range], as: UTF8.self),
          job: assignment.place.job, step: assignment.place.step,
          keyPath: assignment.place.keyPath)
      })
    let expectation = URL(filePath: "\(Self.folder)/\(path.prefix { $0 != "/" }).expected.json")
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] == "1" {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try encoder.encode(found).write(to: expectation)
      Issue.record("recorded \(expectation.path)")
    }
    let expected = try JSONDecoder().decode(File.self, from: Data(contentsOf: expectation))
    #expect(found.dialect == expected.dialect)
    #expect(found.assignments.map(\.name) == expected.assignments.map(\.name))
    for (found, expected) in zip(found.assignments, expected.assignments) {
      #expect(found == expected)
    }
    // Content alone would do.
    #expect(PipelineReader.read(bytes, path: nil)?.dialect.name == found.dialect)
  }
}
