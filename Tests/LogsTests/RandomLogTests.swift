import Findings
import Logs
import Testing

@Suite struct RandomLogTests {
  /// Parts that logs are made of, whole and damaged.
  static let parts = [
    "␍", "\n", "\n", "␍\n", "⌖", "␛[31m", "␛[0m", "␛[", "␛", "␛]8;;http://a.example/x␇", "␛]0;t␛\\",
    "␛]", "␛_bk;t=1␇", "␛[8mha:////4Ab==␛[0m", "␛[8mha:", "␀", "word", "a=b", "é",
    "2024-05-01T10:00:00.1234567Z ", "2024-05-01T10:00:00.123456Z 01O ",
    "2024-05-01T10:00:00.123456Z 01O+", "2024-05-01T10:00:00.123456Z 01E ", "01O+", "01E ",
    "[2024-05-01T10:00:00.123Z] ", "[Pipeline] { (S)", "[Pipeline] }", "##[group]Run x", "env:",
    "  K: v", "##[endgroup]", "section_start:1700000000:s", "PATH=/bin\n", "A=1\n", "B='2\n",
    "declare -x C=\"3\"\n", "export D=$'\\x4", "***", "$NAME",
  ].map { raw($0) }

  static func log(_ random: inout Seeded) -> [UInt8] {
    (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
      parts.randomElement(using: &random) ?? []
    }
  }

  @Test(arguments: allFormats) func everyTextOffsetHasItsRawByte(format: LogFormat) {
    var random = Seeded(7)
    for _ in 0..<300 {
      let log = Self.log(&random)
      let reading = LogReader.read(log, as: format)
      #expect(firstWrongOffset(reading, log) == nil, "\(string(log).debugDescription)")
      #expect(reading.text.bytes.count <= log.count)
      for assignment in reading.assignments {
        #expect(assignment.range.upperBound <= reading.text.bytes.count)
        #expect(!assignment.value.isEmpty)
      }
      _ = reading.place(atTextOffset: reading.text.bytes.count / 2)
    }
  }

  /// A marker that stands in a log, whatever stands around it, stands in its text.
  @Test(arguments: allFormats) func noTextIsLost(format: LogFormat) {
    var random = Seeded(11)
    let marker = raw(" MARK ")
    for _ in 0..<300 {
      // Behind an open string or note the marker would be a part of it.
      let log = Self.log(&random) + raw("\n") + marker + Self.log(&random)
      let reading = LogReader.read(log, as: format)
      #expect(
        range(of: "MARK", in: reading.text.bytes) != nil, "\(string(log).debugDescription)")
    }
  }

  @Test(arguments: allFormats) func flippedBytesNeverCrash(format: LogFormat) throws {
    var random = Seeded(13)
    for name in [
      "github-job", "gitlab-trace", "gitlab-records", "jenkins-console", "plain-colours",
    ] {
      let log = raw(try fixture("\(name).log"))
      for _ in 0..<20 {
        var damaged = log
        for _ in 0..<8 {
          damaged[Int.random(in: damaged.indices, using: &random)] ^=
            UInt8(1) << UInt8.random(in: 0..<8, using: &random)
        }
        damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random))
        _ = LogFormat.recognise(damaged, path: Path("x"))
        let reading = LogReader.read(damaged, as: format)
        #expect(firstWrongOffset(reading, damaged) == nil)
      }
    }
  }

  @Test func aLineOf50MegabytesIsLinear() {
    var log = raw("2024-05-01T10:00:00.1234567Z K=")
    log += [UInt8](repeating: UInt8(ascii: "a"), count: 50 << 20)
    log += raw("␛[0m␍b␍\nend")
    let reading = LogReader.read(log, as: .github)
    #expect(reading.text.bytes.count == log.count - 29 - 4 - 1)
    #expect(reading.text.map.raw(reading.text.bytes.count - 1) == log.count - 1)
    #expect(reading.place(atTextOffset: 40 << 20).time == Timestamp("2024-05-01T10:00:00Z"))
  }

  /// Each of these would take hours if a line were searched again for each of its parts.
  @Test(arguments: ["␛[8mha:////", "␛]", "␛[1", "␛", "a␍", "␛]8;;aaaaaaaa␇", "01O+a\n", "K=1\n"])
  func repeatedPartsAreLinear(part: String) {
    let part = raw(part)
    let log = Array(repeatElement(part, count: 300_000 / part.count).joined())
    for format in [LogFormat.gitlabStreams, .jenkins] {
      #expect(LogReader.read(log, as: format).text.bytes.count <= log.count)
    }
  }
}
