import Findings
import Inputs
import Testing

@testable import Scanning

/// A large input is scanned in segments: a secret on a cut belongs to one of them.
@Suite struct SegmentTests {
  @Test func `a secret across every cut is found exactly once`() throws {
    let folder = try Folder()
    let token = try planted("glpat-{base62:20}")
    let places = Array(stride(from: 200, to: 900, by: 1))
    for place in places {
      var line = [UInt8](repeating: UInt8(ascii: "."), count: 1500)
      line.replaceSubrange(place..<place + token.count, with: token)
      try folder.write("\(place).txt", line)
    }
    let report = try folder.scan {
      $0.input.limits.segmentBytes = 512
      $0.input.limits.overlapBytes = 128
      $0.jobs = 2
    }
    #expect(report.findings.count == places.count)
    for finding in report.findings {
      let region = finding.location.region
      #expect("\(finding.location.origin.path)" == "\(region.byteOffset).txt")
      #expect(region.startColumn == region.byteOffset + 1 && region.startLine == 1)
    }
  }

  @Test func `cuts change nothing of a file of many lines`() throws {
    let folder = try Folder()
    var text: [UInt8] = []
    for index in 0..<200 as Range<UInt64> {
      text += try planted("line ß \(index)\nAPI_KEY=«{base62:32}» # x\n", seed: index)
    }
    try folder.write("a.env", text)
    let whole = try folder.scan()
    #expect(whole.findings.count == 200)
    for size in [256, 700, 1000, 4096] {
      let cut = try folder.scan {
        $0.input.limits.segmentBytes = size
        $0.input.limits.overlapBytes = size / 2
      }
      #expect(cut.findings.map(\.location.region) == whole.findings.map(\.location.region))
      #expect(cut.findings.map(\.fingerprint) == whole.findings.map(\.fingerprint))
      #expect(cut.findings.map(\.secret) == whole.findings.map(\.secret))
    }
  }

  @Test func `struck candidates are counted once, too`() throws {
    let folder = try Folder()
    let text = String(repeating: "API_PASSWORD=changeme\nDB_PASSWORD=${X}\n", count: 100)
    try folder.write("a.env", text)
    let whole = try folder.scan { $0.keepsStruck = true }
    let cut = try folder.scan {
      $0.keepsStruck = true
      $0.input.limits.segmentBytes = 300
      $0.input.limits.overlapBytes = 100
    }
    #expect(whole.strikes[.placeholder] == 100)
    #expect(cut.strikes == whole.strikes)
    #expect(cut.struck.map(\.location.region) == whole.struck.map(\.location.region))
  }
}
