import Findings
import Logs
import Testing

@Suite struct StepsTests {
  @Test(arguments: [
    ("Running with", nil as String?, nil as Int64?),
    ("Using Docker", "prepare_executor", 1_700_000_000),
    ("token ", "step_script", 1_700_000_020),
    ("ERROR:", nil, 1_700_000_030),
  ])
  func aGitLabSectionGivesStepAndTime(line: String, step: String?, seconds: Int64?) throws {
    let reading = LogReader.read(raw(try fixture("gitlab-trace.log")), as: .gitlab)
    let line = try #require(range(of: line, in: reading.text.bytes))
    let place = reading.place(atTextOffset: line.lowerBound)
    #expect(place == Place(step: step, time: seconds.map { Timestamp(seconds: $0) }))
  }

  @Test func aJoinedRecordHasTheTimesOfItsPieces() throws {
    let reading = LogReader.read(raw(try fixture("gitlab-records.log")), as: .gitlab)
    for (part, time) in [
      ("one li", "2024-05-01T10:00:01Z"), ("its end", "2024-05-01T10:00:04Z"),
      ("warning", "2024-05-01T10:00:02Z"),
    ] {
      let part = try #require(range(of: part, in: reading.text.bytes))
      let place = reading.place(atTextOffset: part.lowerBound)
      #expect(place == Place(step: "step_script", time: Timestamp(time)))
    }
  }

  @Test func sectionsNest() throws {
    let log = """
      section_start:1700000000:outer␍␛[0K
      section_start:1700000001:inner␍␛[0K
      deep
      section_end:1700000002:inner␍␛[0K
      shallow
      """
    let reading = LogReader.read(raw(log), as: .gitlab)
    let deep = try #require(range(of: "deep", in: reading.text.bytes))
    let shallow = try #require(range(of: "shallow", in: reading.text.bytes))
    #expect(reading.place(atTextOffset: deep.lowerBound).step == "inner")
    #expect(reading.place(atTextOffset: shallow.lowerBound).step == "outer")
  }

  @Test(arguments: [
    ("Started by", nil as String?, nil as String?),
    ("node", nil, "2024-05-01T10:00:01Z"),
    ("+ curl", "Deploy (all)", "2024-05-01T10:00:04Z"),
    ("Finished", nil, "2024-05-01T10:00:08Z"),
  ])
  func aJenkinsStageIsAStep(line: String, step: String?, time: String?) throws {
    let reading = LogReader.read(raw(try fixture("jenkins-console.log")), as: .jenkins)
    let line = try #require(range(of: line, in: reading.text.bytes))
    let place = reading.place(atTextOffset: line.lowerBound)
    #expect(place == Place(step: step, time: time.flatMap { Timestamp($0) }))
  }

  @Test func aPlainLogHasTimesAndNoSteps() throws {
    let reading = LogReader.read(raw(try fixture("plain-colours.log")), as: .plain)
    let line = try #require(range(of: "no time here", in: reading.text.bytes))
    let place = reading.place(atTextOffset: line.lowerBound)
    #expect(place == Place(time: Timestamp("2024-05-01T10:00:00Z")))
  }

  @Test func sectionsWithoutAnEndAreBounded() {
    let log = String(repeating: "[Pipeline] { (Stage)\n", count: 5_000) + "[Pipeline] }\nend"
    let reading = LogReader.read(Array(log.utf8), as: .jenkins)
    #expect(reading.place(atTextOffset: reading.text.bytes.count - 1).step == "Stage")
  }
}
