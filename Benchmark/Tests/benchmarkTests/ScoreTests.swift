import Testing

@testable import benchmark

@Suite struct ScoreTests {
  let planted = [
    PlantedSecret(
      kind: "Password", shape: .whole,
      places: [
        FoundPlace(path: "run.zip", member: "0_build.txt", lines: 12...12),
        FoundPlace(path: "run.zip", member: "build/2_test.txt", lines: 4...4),
      ]),
    PlantedSecret(
      kind: "API key", shape: .continued, places: [FoundPlace(path: "job.log", lines: 7...8)]),
  ]

  func found(_ path: String, _ member: String?, _ lines: ClosedRange<Int>) -> Found {
    Found(places: [FoundPlace(path: path, member: member, lines: lines)])
  }

  @Test func oneOfThePlacesIsEnough() {
    let score = Score(planted: planted, findings: [found("run.zip", "build/2_test.txt", 4...4)])
    #expect(score.isFound == [true, false])
    #expect((score.found, score.falseFindings) == (1, 0))
  }

  @Test func aSecretOverTwoLinesIsFoundAtEach() {
    #expect(Score(planted: planted, findings: [found("job.log", nil, 8...8)]).found == 1)
    #expect(Score(planted: planted, findings: [found("job.log", nil, 9...9)]).falseFindings == 1)
  }

  @Test func theSameLineOfAnotherFileIsFalse() {
    let score = Score(
      planted: planted,
      findings: [found("run.zip", nil, 12...12), found("run.zip", "0_deploy.txt", 12...12)])
    #expect((score.found, score.falseFindings) == (0, 2))
  }

  @Test func aPrintedEnvironmentIsRightByItsMembers() {
    var dump = found("job.log", nil, 1...2)
    dump.members = [found("job.log", nil, 7...7)]
    let score = Score(planted: planted, findings: [dump])
    #expect((score.found, score.falseFindings) == (1, 0))
  }
}
