import Findings
import Inputs
import Rules
import Testing

@testable import Scanning

/// A secret at the edge of two segments is replaced as a whole, wherever the edge is.
@Suite struct LogMaskTests {
  private func masked(_ log: [UInt8], segment: Int = 2 << 20, overlap: Int = 64 << 10) -> String {
    var output: [UInt8] = []
    let mask = LogMask(
      rules: RuleList(allRules), key: Array("0123456789abcdef".utf8), asOf: Timestamp("2026-01-01")!
    ) {
      output += $0
    }
    var limits = InputLimits()
    limits.segmentBytes = segment
    limits.overlapBytes = overlap
    mask.mask(log, limits: limits)
    return String(decoding: output, as: UTF8.self)
  }

  /// The secret is moved over the edge byte by byte.
  @Test(arguments: ["\n", " "]) func nothingLeaksAtAnyEdge(filler: String) throws {
    let secret = String(decoding: try planted("DB_PASSWORD=«{password:16}»"), as: UTF8.self)
    for shift in 0..<64 {
      let before =
        String(repeating: "a" + filler, count: 190) + String(repeating: "b", count: shift)
      let log = Array("\(before) \(secret) \(String(repeating: filler + "c", count: 300))".utf8)
      let text = masked(log, segment: 440, overlap: 200)
      #expect(text == masked(log))
      #expect(text.contains("DB_PASSWORD=[REDACTED:generic-password:"))
    }
  }

  @Test func framesAndColoursInsideASecretStay() throws {
    let token = String(decoding: try planted("ghp_{github:36}"), as: UTF8.self)
    let (head, tail) = (token.prefix(12), token.dropFirst(12))
    let time = "2024-05-01T10:00:00.000000Z"
    let log = "\(time) 01O x=\(head)\n\(time) 01E noise\n\(time) 01O+\u{1B}[31m\(tail)\u{1B}[0m\n"
    let text = masked(Array(log.utf8))
    #expect(!text.contains(head) && !text.contains(tail))
    let shown = try #require(text.firstMatch(of: /\[REDACTED:[a-z-]+:[0-9a-f]{8}\]/)).output
    #expect(
      text == "\(time) 01O x=\(shown)\n\(time) 01E noise\n\(time) 01O+\u{1B}[31m\u{1B}[0m\n")
  }

  @Test func aValueIsReplacedWhereItStandsBare() throws {
    let value = String(decoding: try planted("{password:16}"), as: UTF8.self)
    let text = masked(
      Array("first \(value)\nDB_PASSWORD=\(value)\nlogin failed for app/\(value)!\n".utf8))
    #expect(!text.contains(value))
    let shown = text.matches(of: /\[REDACTED:generic-password:[0-9a-f]{8}\]/).map(\.output)
    #expect(shown.count == 3)
    #expect(Set(shown).count == 1)
  }

  @Test func aLogWithoutSecretsStays() {
    let log = "2024-05-01T10:00:00.1234567Z a\n\u{1B}[31mb\r\n\0\u{FEFF}c"
    #expect(masked(Array(log.utf8)) == log)
  }
}
