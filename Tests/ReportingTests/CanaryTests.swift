import Findings
import Testing

@testable import Reporting

/// No format shows a secret, neither as it is nor encoded.
@Suite struct CanaryTests {
  /// What to look for: the canary as text, and its base64, hexadecimal, percent and reversed forms.
  private static let forms: [String] = {
    let canary = Sample.canary
    let bytes = Array(canary.utf8)
    let hex = Hex.text(bytes)
    // A canary inside a longer value is encoded at one of three alignments.
    let base64 = (0..<3).map { shift in
      String(Base64.text(Array(repeating: 0x78, count: shift) + bytes).dropFirst(4).prefix(16))
    }
    let percent = bytes.map { "%" + Hex.text([$0]) }.joined()
    return [canary, String(canary.reversed()), hex, hex.uppercased(), percent] + base64
  }()

  private static func report() -> Report {
    var report = Sample.story
    report.findings += (0..<200).map { number in
      let secret = Secret(
        (Sample.canary + String(number)).utf8 + Array(repeating: 0x21, count: number % 30),
        publicPrefix: number % 5)
      var finding = Sample.finding(
        Sample.token, Sample.location("f\(number % 7).yml", number + 1, 1), id: "f\(number)",
        name: "NAME_\(number)", secret: secret)
      finding.alsoAt = [Sample.location("g\(number).yml", 1, 1)]
      return finding
    }
    return report
  }

  @Test func noFormatHoldsACanary() throws {
    let report = Self.report()
    var outputs: [(String, [UInt8])] = []
    for explain in [false, true] {
      for format in ReportFormat.all {
        let options = RenderOptions(color: explain, explain: explain)
        outputs.append((format.name, format.render(report, options).bytes))
      }
    }
    outputs += SARIFReport.split(report, limit: 50).map { ("split", $0) }
    for finding in report.findings where finding.fingerprint.hasPrefix("f") {
      outputs.append(
        ("explain", try Explanation.render(report, findingID: finding.fingerprint)))
    }
    let described = "\(report)" + String(reflecting: report.findings)
    outputs.append(("description", Array(described.utf8)))
    for (name, bytes) in outputs {
      let text = String(decoding: bytes, as: UTF8.self)
      for form in Self.forms { #expect(!text.contains(form), "\(name) holds \(form.prefix(4))…") }
    }
  }

  /// The test above must be able to fail.
  @Test func theFormsFindAnEncodedValue() {
    let value = Array(("ab" + Sample.canary + "!").utf8)
    let percent = value.map { "%" + Hex.text([$0]) }.joined()
    for text in [
      String(decoding: value, as: UTF8.self), Hex.text(value), Base64.text(value), percent,
    ] {
      #expect(Self.forms.contains { text.contains($0) }, "\(text.count)")
    }
  }
}
