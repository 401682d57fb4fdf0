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
      "plain"
    ),
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
