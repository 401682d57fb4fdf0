import Findings
import Logs
import Testing

@Suite struct RecognitionTests {
  static let lines = "line one\nline two\nline three\n"

  @Test(arguments: [
    ("2024-05-01T10:00:00.1234567Z hello\n", "x", "github"),
    ("⌖2024-05-01T10:00:00.1234567Z\n", "x", "github"),
    ("rest of a line\n2024-05-01T10:00:00.1234567Z hello\n", "x", "github"),
    ("2024-05-01T10:00:00.123456Z 00O hello\n", "x", "gitlab"),
    ("␛[0KRunning with gitlab-runner 17.0.0\n", "x", "gitlab"),
    ("a\nb\nc\nd\ne\nsection_start:1700000000:x␍␛[0K\n", "x", "gitlab"),
    ("00O Running\n01O+x\n", "x", "gitlab-streams"),
    ("[2024-05-01T10:00:00.123Z] hello\n", "x", "jenkins"),
    ("Started by timer\nRunning as SYSTEM\n", "x", "jenkins"),
    ("Started by user ␛[8mha:////4A==␛[0mme\n", "x", "jenkins"),
    ("x\n[Pipeline] node\n[Pipeline] {\n", "x", "jenkins"),
    (lines, "a/build.log", "plain"), (lines, "build.log.2", "plain"),
    (lines, "jobs/x/builds/3/consoleText", "plain"), (lines, "build/1_Set up job.txt", "plain"),
    ("", "empty.log", "plain"), ("a␀b", "binary.log", "plain"),
    ("some ␛[31mred␛[0m text", "x", "plain"),
    (
      "2024-05-01 10:00:00,123 INFO a\n2024-05-01 10:00:00 b\n[2024-05-01T10:00:00Z] c\n", "x",
      "stamped"
    ),
    ("10:00:00 a\n10:00:01.250 b\n[10:00:02] c\n", "x", "stamped"),
    ("2024-05-01T10:00:00.123456789Z stdout F a\n", "x", "container"),
    ("2024-05-01T10:00:00.1234567Z ##[section]Starting: Build\n", "x", "azure"),
    ("␛_bk;t=1714557600000␇~~~ Preparing\n", "x", "buildkite"),
    ("travis_fold:start:worker_info␍␛[0K\n", "x", "travis"),
    ("+ umask 000\n", "x", "bitbucket"),
    ("[10:00:00]W:\t [Step 1/2] a\n[10:00:01] :\t b\n", "x", "teamcity"),
    ("[taskcluster 2024-05-01 10:00:00.123Z] Task ID: x\n", "x", "taskcluster"),
    ("[{\"message\":\"a\",\"time\":\"2024-05-01T10:00:00Z\",\"type\":\"out\"}]", "x", "circleci"),
    ("{\"pos\":0,\"out\":\"a\",\"time\":0}", "x", "drone"),
    (
      "{\"id\":1,\"step_id\":2,\"time\":0,\"line\":0,\"data\":\"YQ==\",\"type\":0}", "x",
      "woodpecker"
    ),
    ("{\"log\":\"a\\n\",\"stream\":\"stdout\",\"time\":\"2024-05-01T10:00:00Z\"}", "x", "docker"),
    ("[pod/a/b] 1\n[pod/a/b] 2\n[pod/a/b] 3\n", "x", "prefixed"),
    ("[build : test] 1\n[build : test] 2\n[build : test] 3\n", "x", "prefixed"),
  ])
  func aLogIsRecognised(log: String, path: String, format: String) {
    #expect(LogFormat.recognise(raw(log), path: Path(path))?.name == format)
  }

  @Test func coloursBehindTheBeginningCount() {
    let log = raw(String(repeating: "a line without colours\n", count: 900) + "␛[0;32mgreen␛[0m")
    #expect(LogFormat.recognise(log, path: Path("output"))?.name == "plain")
  }

  @Test(arguments: [
    ("", "x"), (lines, "notes.txt"), (lines, "login"), (lines, "catalog"),
    ("# A log\n\n```\n[Pipeline] sh\n```\n", "README.md"),
    ("echo -e \"section_start:`date +%s`:x\\r\\e[0K\"\n", "a.sh"),
    ("section_start:1560896352:my_section\\r\\e[0KHeader\n", "job_logs.md"),
    ("on:\n  schedule:\n    - cron: 2024\n", "ci.yml"),
    ("time,a\n2024-05-01 10:00:00,1\n2024-05-01 10:00:01,2\n2024-05-01 10:00:02,3\n", "a.csv"),
    ("2024-05-01T10:00:00.1234567Z,1\n2024-05-01T10:00:00.1234567Z,2\n", "a.csv"),
    ("2024-05-01 10:00:00 one day\n" + lines + lines, "diary.txt"),
    ("01O \n", "short"), ("let esc = \"\\u{1B}[31m\"\n", "a.swift"),
    ("␀␛[31m binary", "a.bin"), ("␛ ␛x ␛", "escapes"),
  ])
  func otherTextIsNoLog(content: String, path: String) {
    #expect(LogFormat.recognise(raw(content), path: Path(path)) == nil)
  }

  @Test func namesOfFormatsAreUnique() {
    #expect(Set(LogFormat.all.map(\.name)).count == LogFormat.all.count)
  }
}
