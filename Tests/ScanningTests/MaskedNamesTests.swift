import Findings
import Testing

@testable import Scanning

/// What a CI system masked tells which secrets reached a job, and what the mask missed.
@Suite struct MaskedNamesTests {
  private func step(_ name: String, _ variables: String...) -> String {
    (["##[group]Run \(name)", "env:"] + variables.map { "  \($0)" } + ["##[endgroup]"])
      .map { "2024-05-01T10:02:00.1234567Z \($0)\n" }.joined()
  }

  @Test func namesAreListedForEachJob() throws {
    let folder = try Folder()
    try folder.write(
      "run.zip",
      Zip.stored([
        (
          "0_build.txt",
          Array((step("make", "A_TOKEN: ***") + step("push", "A_TOKEN: ***", "B_TOKEN: ***")).utf8)
        ),
        ("build/1_make.txt", Array(step("make", "A_TOKEN: ***").utf8)),
        ("build/2_push.txt", Array(step("push", "A_TOKEN: ***", "B_TOKEN: ***").utf8)),
        ("1_test.txt", Array(step("make", "A_TOKEN: ***", "C: plain").utf8)),
      ]))
    let told = try folder.scan { $0.keepsMasked = true }.masked.map {
      "\($0.location.place.job ?? "") \($0.name) \($0.places)"
    }
    #expect(told == ["build A_TOKEN 2", "build B_TOKEN 1", "test A_TOKEN 1"])
    #expect(try folder.scan().masked.isEmpty)
  }

  @Test func aGapIsExplained() throws {
    let folder = try Folder()
    let value = String(decoding: try planted("{password:16}"), as: UTF8.self)
    try folder.write(
      "job.log",
      Array((step("make", "DB_PASSWORD: ***") + step("dump", "DB_PASSWORD: \(value)")).utf8))
    let reasons = try #require(try folder.scan().findings.first).evidence.reasons
    #expect(reasons.contains { $0.contains("missed this one") })

    try folder.write("job.log", Array(step("dump", "DB_PASSWORD: \(value)").utf8))
    let others = try #require(try folder.scan().findings.first).evidence.reasons
    #expect(!others.contains { $0.contains("missed this one") })
  }

  @Test func theListOfStepsDoesNotDependOnTheirOrder() throws {
    let origin = Origin(source: .file, root: 0, path: Path("a.log"))
    func names(_ steps: [Int]) -> MaskedNames {
      var names = MaskedNames(keepsPlaces: true)
      for step in steps {
        let place = Place(job: "build", step: "step \(100 + step)")
        let assignment = Assignment(
          name: "A_TOKEN", value: [], kind: .masked, range: step..<step + 1, place: place)
        names.add([assignment], of: origin) { range in
          Region(
            byteOffset: range.lowerBound, byteLength: 1, startLine: 1,
            startColumn: range.lowerBound + 1, endLine: 1, endColumn: range.upperBound + 1)
        }
      }
      return names
    }
    let expected = names(Array(0..<200)).all.map(\.steps)
    #expect(expected.first?.count == MaskedName.longestList)
    #expect(expected.first?.first == "step 100")
    #expect(names(Array((0..<200).reversed())).all.map(\.steps) == expected)
    var merged = names(Array(150..<200))
    merged.merge(names(Array(0..<150)))
    #expect(merged.all.map(\.steps) == expected)
  }
}
