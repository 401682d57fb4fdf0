import Findings
import FoundationEssentials
import Logs
import Testing

/// Each format says where a line stands: its step, its job and its time.
@Suite struct FormatPlaceTests {
  private func place(of part: String, in log: String) throws -> Place {
    let bytes = raw(log)
    let format = try #require(LogFormat.recognise(bytes, path: Path("download")))
    let reading = LogReader.read(bytes, as: format)
    let found = try #require(range(of: part, in: reading.text.bytes))
    return reading.place(atTextOffset: found.upperBound - 1)
  }

  @Test(arguments: [
    ("azure-job", "Deploy", "2024-05-01T10:00:03Z"),
    ("gitea-job", "Main env", "2024-05-01T10:00:02Z"),
    ("buildkite-job", ":docker: Deploy", "2024-05-01T10:00:02Z"),
    ("teamcity-build", "Build (Command Line)", "-"),
    ("taskcluster-task", "-", "2024-05-01T10:00:02Z"),
    ("container", "-", "2024-05-01T10:00:01Z"),
    ("tekton", "run", "-"),
    ("kubectl-timestamps", "-", "2024-05-01T10:00:01Z"),
    ("circleci", "-", "2024-05-01T10:00:01Z"),
    ("docker", "-", "2024-05-01T10:00:02Z"),
  ])
  func aLineHasItsStepAndTime(name: String, step: String, time: String) throws {
    let place = try place(of: "{token}", in: try fixture("\(name).log"))
    #expect(place.step ?? "-" == step)
    #expect(place.time?.description ?? "-" == time)
  }

  @Test func travisTellsTheTimeBehindACommand() throws {
    let found = try place(of: "\nok", in: try fixture("travis-job.log"))
    #expect(found.time == Timestamp("2024-05-01T10:00:05Z"))
    let worker = try place(of: "hostname", in: try fixture("travis-job.log"))
    #expect(worker.step == "worker_info")
  }

  @Test func aJobNamesItself() throws {
    let time = "2024-05-01T10:00:00.1234567Z"
    let found = try place(
      of: "here",
      in: "\(time) Complete job name: deploy (prod)\n\(time) ##[group]Run x\n\(time) here\n")
    #expect(found.job == "deploy (prod)")
    #expect(found.step == "x")
  }

  @Test func aWoodpeckerRecordIsFoundInItsBase64() throws {
    let line = "key \(madeUpToken) and more"
    let data = Data(line.utf8).base64EncodedString()
    let log = Array(
      ("{\"id\":1,\"step_id\":3,\"time\":1,\"line\":0,\"data\":\"YQ==\",\"type\":0}\n"
        + "{\"id\":2,\"step_id\":3,\"time\":1,\"line\":1,\"data\":\"\(data)\",\"type\":0}\n").utf8)
    let format = try #require(LogFormat.recognise(log, path: Path("download")))
    let reading = LogReader.read(log, as: format)
    #expect(string(reading.text.bytes) == "a\n\(line)\n")
    let token = try #require(range(of: madeUpToken, in: reading.text.bytes))
    // The digits that hold the token, and nothing of the record around them.
    let digits = string(log[reading.text.map.raw(token)])
    #expect(data.contains(digits))
    #expect(digits.utf8.count >= madeUpToken.utf8.count * 4 / 3)
    #expect(digits.utf8.count <= madeUpToken.utf8.count * 4 / 3 + 2)
  }
}
