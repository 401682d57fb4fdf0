import Findings
import FoundationEssentials
import Pipelines
import Testing

/// Whole files of each dialect, found on disk, and all that is read from them. `RECORD_EXPECTED=1`
/// writes the expectations anew, and fails.
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

  struct ExpectedWeakness: Codable, Equatable {
    var rule: String
    /// The file's own bytes.
    var raw: String
  }

  struct File: Codable, Equatable {
    var dialect: String
    var assignments: [Expected]
    var weaknesses: [ExpectedWeakness]
  }

  static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    + "/fixtures/pipelines"

  /// Dialects with readers of their own.
  static let ownReaders = ["Jenkins pipeline", "Terraform", "XML", "role"]

  /// Dialects that only a path tells: their content has no marks.
  static let knownByPath: Set = ["Jenkins pipeline", "XML", "Ansible variables", "Helm values"]

  /// All files of a folder of its own, by their paths in `fixtures/pipelines`.
  static let paths: [String] = {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return all.filter { path in
      var isFolder = false
      return path.contains("/")
        && FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
        && !isFolder
    }.sorted()
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: "\(folder)/\(path)")))
  }

  @Test(arguments: paths)
  func fixture(_ path: String) throws {
    let bytes = try Self.bytes(path)
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
      },
      weaknesses: reading.weaknesses.map { weakness in
        ExpectedWeakness(
          rule: weakness.ruleID, raw: String(decoding: bytes[weakness.range], as: UTF8.self))
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
    #expect(found.weaknesses == expected.weaknesses)
    if !Self.knownByPath.contains(found.dialect) {
      // Content alone would do.
      #expect(PipelineReader.read(bytes, path: nil)?.dialect.name == found.dialect)
    }
  }

  @Test func everyDialectHasAFixture() throws {
    let read = try Set(
      Self.paths.compactMap { path in
        PipelineReader.read(try Self.bytes(path), path: Path(path))?.dialect.name
      })
    #expect(read == Set(Dialect.all.map(\.name) + Self.ownReaders))
  }

  @Test func everyFolderHasOneFileAndOneExpectation() throws {
    let folders = Self.paths.map { $0.prefix { $0 != "/" } }.map(String.init)
    #expect(folders.sorted() == Set(folders).sorted())
    let expectations = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".expected.json") }
    #expect(expectations.sorted() == folders.map { "\($0).expected.json" }.sorted())
  }
}
