import Findings
import Logs
import Testing

@Suite struct GitHubLogTests {
  let reading: LogReading
  init() throws {
    reading = LogReader.read(
      raw(try fixture("github-job.log")), as: .github, place: Place(job: "b"))
  }

  @Test(arguments: [
    ("Current runner", "Set up job", "2024-05-01T10:00:00Z"),
    ("Syncing", "actions/checkout@v4", "2024-05-01T10:00:02Z"),
    ("second line", "./deploy.sh", "2024-05-01T10:00:03Z"),
    ("inherits its time", "./deploy.sh", "2024-05-01T10:00:04Z"),
    ("##[error]", "Post job cleanup.", "2024-05-01T10:00:07Z"),
  ])
  func aLineHasItsStepAndItsTime(line: String, step: String, time: String) throws {
    let line = try #require(range(of: line, in: reading.text.bytes))
    let place = reading.place(atTextOffset: line.lowerBound + 2)
    #expect(place == Place(job: "b", step: step, time: Timestamp(time)))
  }

  @Test func theStepOfAStepFileIsThatOfItsName() throws {
    let reading = LogReader.read(
      raw(try fixture("github-job.log")), as: .github, place: Place(job: "b", step: "Deploy"))
    #expect(reading.place(atTextOffset: reading.text.bytes.count - 1).step == "Deploy")
  }

  @Test(arguments: [("02.9", 0), ("03.0", 1)])
  func aHeaderWithoutEndIsPrintedAtOnce(second: String, blocks: Int) {
    let environment = ["A=1", "B=2", "PATH=/bin", "C=3", "D=4"]
      .map { "2024-05-01T10:00:\(second)000000Z \($0)\n" }.joined()
    let log = "2024-05-01T10:00:00.0000000Z ##[group]Run make\n" + environment
    #expect(LogReader.read(Array(log.utf8), as: .github).blocks.count == blocks)
  }

  @Test func aStepPrintsItsInputsAndItsEnvironment() throws {
    #expect(reading.blocks.map(\.kind) == [.stepInputs, .stepEnvironment])
    let all = reading.assignments
    #expect(
      all.map(\.name)
        == ["repository", "token", "NODE_ENV", "DB_PASSWORD", "CERT", "API_TOKEN"])
    #expect(
      all.map { string($0.value) }
        == ["acme/app", "***", "test", "***", "first line\nsecond line", "{token}"])
    #expect(all.map(\.kind) == [.literal, .masked, .literal, .masked, .literal, .literal])
    #expect(all[1].place.step == "actions/checkout@v4")
    #expect(all[5].place.step == "./deploy.sh")
    #expect(all[5].place.time == Timestamp("2024-05-01T10:00:03Z"))
    for assignment in all {
      #expect(assignment.value == Array(reading.text.bytes[assignment.range]))
    }
    let block = reading.blocks[1].range
    #expect(string(reading.text.bytes[block]).hasPrefix("env:\n  NODE_ENV"))
    #expect(string(reading.text.bytes[block]).hasSuffix("API_TOKEN: {token}\n"))
  }

  @Test(arguments: ["##[group]Next", ""])
  func withoutTheEndOfItsGroupABlocksLastValueIsOneLine(next: String) {
    let log =
      "##[group]Run x\nenv:\n  CI: true\n  KEY: value\nother output\n  adding: a.class\n\(next)\n"
    let reading = LogReader.read(Array(log.utf8), as: .github)
    #expect(reading.assignments.map { string($0.value) } == ["true", "value"])
  }

  @Test func aBlockGivesUpOnAValueThatDoesNotEnd() {
    let log =
      "##[group]Run x\nenv:\n  KEY: value\n" + String(repeating: "output of a job\n", count: 9_000)
      + "##[endgroup]\n"
    let reading = LogReader.read(Array(log.utf8), as: .github)
    #expect(reading.assignments.map { string($0.value) } == ["value"])
  }

  @Test func emptyValuesAndReferencesAreNotLiterals() {
    let log = "##[group]Run x\nenv:\n  A: \n  B:\n  C: ${{ secrets.C }}\n  D: $HOME\n##[endgroup]\n"
    let found = LogReader.read(Array(log.utf8), as: .github).assignments
    #expect(found.map(\.name) == ["C", "D"])
    #expect(found.map(\.kind) == [.reference, .reference])
  }
}
