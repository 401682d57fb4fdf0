import Findings
import Testing

@testable import Reporting

/// A report that is made in pieces, in any order, is the report.
@Suite struct PiecesTests {
  /// Does what comes last first.
  private struct Backwards: Sharing {
    func map<Result: Sendable>(
      _ count: Int, _ body: @escaping @Sendable (_ number: Int) -> Result
    ) -> [Result] {
      (0..<count).reversed().map(body).reversed()
    }
  }

  @Test(arguments: [0, 1, 255, 256, 257, 5_000]) func theOrderOfTheWorkDoesNotShow(count: Int) {
    var report = SARIFLimitsTests.many(count)
    report.findings += Sample.story.findings
    for format in ReportFormat.all {
      var bytes: [UInt8] = []
      let leftOut = format.write(report, RenderOptions(), sharing: Backwards()) { bytes += $0 }
      #expect(Rendering(bytes: bytes, leftOut: leftOut) == format.render(report), "\(format.name)")
    }
  }

  @Test func theJSONOfPiecesIsOne() throws {
    let report = SARIFLimitsTests.many(1_000)
    let json = try JSONValue.parse(JSONReport.format.render(report).bytes)
    #expect(json["findings"]?.items.count == 1_000)
    let text = String(decoding: JSONReport.format.render(report).bytes, as: UTF8.self)
    #expect(text.contains("    },\n    {\n") && !text.contains(",,"))
  }

  @Test func digitsAreCountedAsByBytes() {
    var state: UInt64 = 9
    for round in 0..<200 {
      let alphabet = Array((round % 2 == 0 ? "0123456789abcdef" : "09afg-\"Ae\u{E9}").utf8)
      let text = (0..<round).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 40) % 12 == 0 ? 0x2D : alphabet[Int(state >> 33) % alphabet.count]
      }
      var (digits, run) = (0, 0)
      for byte in text {
        let isDecimal = (0x30...0x39).contains(byte)
        run = isDecimal || (0x61...0x66).contains(byte) ? run + 1 : 0
        if isDecimal || run > 8 { digits += 1 }
      }
      #expect(HexDigits.count(in: text[...]) == digits)
      #expect(HexDigits.count(in: ([0x61, 0x20] + text)[2...]) == digits)
    }
  }
}
