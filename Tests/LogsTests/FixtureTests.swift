import Findings
import Logs
import Testing

@Suite struct FixtureTests {
  @Test(arguments: [
    ("github-job", "github"), ("gitlab-trace", "gitlab"), ("gitlab-records", "gitlab"),
    ("jenkins-console", "jenkins"), ("plain-colours", "plain"), ("azure-job", "azure"),
    ("gitea-job", "gitea"), ("buildkite-job", "buildkite"), ("travis-job", "travis"),
    ("bitbucket-step", "bitbucket"), ("teamcity-build", "teamcity"),
    ("taskcluster-task", "taskcluster"), ("container", "container"), ("tekton", "prefixed"),
    ("kubectl-timestamps", "stamped"), ("circleci", "circleci"), ("drone", "drone"),
    ("docker", "docker"),
  ])
  func aFixtureIsRecognisedAndReadAsItsText(name: String, format: String) throws {
    func filled(_ text: String) -> String {
      text.split(separator: "{token}", omittingEmptySubsequences: false)
        .joined(separator: madeUpToken)
    }
    let log = raw(filled(try fixture("\(name).log")))
    // The name must not help.
    let found = try #require(LogFormat.recognise(log, path: Path("download")))
    #expect(found.name == format)
    let reading = LogReader.read(log, as: found)
    #expect(string(reading.text.bytes) == filled(try fixture("\(name).text")))
    // The escapes of JSON are written in more bytes.
    if !["circleci", "drone", "docker"].contains(format) {
      #expect(firstWrongOffset(reading, log) == nil)
    }

    var at = 0
    var tokens = 0
    while let token = range(of: madeUpToken, in: reading.text.bytes, from: at) {
      #expect(string(log[reading.text.map.raw(token)]) == madeUpToken)
      tokens += 1
      at = token.upperBound
    }
    #expect(tokens > 0)
  }
}
