import Findings
import Inputs
import Testing

@testable import Scanning

/// The number of threads and the order of the work change nothing.
@Suite struct ScanOrderTests {
  /// Everything that a report can show.
  private func told(_ report: Report) -> String {
    "\(report.findings)\n\(report.struck)\n\(report.notifications)\n\(report.coverage)\n"
      + report.strikes.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
  }

  @Test func `every order tells the same`() throws {
    let folder = try Folder()
    // Members and segments that are large enough to be handed on to other threads.
    let long = [UInt8](repeating: UInt8(ascii: "."), count: 40_000) + [0x0A]
    var large: [UInt8] = []
    for index in 0..<60 as Range<UInt64> {
      let text = try planted(
        "a = «glpat-{base62:20}»\nB_PASSWORD=changeme\n", seed: index % 20)
      large += long + text
      switch index % 4 {
      case 0: try folder.write("\(index).txt", text)
      case 1:
        try folder.write(
          "\(index).zip",
          Zip.stored([
            ("x/a.txt", text), ("b.txt", text), ("c.txt", long + text), ("1_d.txt", long),
          ]))
      case 2: try folder.write("\(index).zip", Zip.stored([("b.txt", text)]).dropLast(30))
      default: try folder.write("\(index)/.github/workflows/ci.yml", "jobs: [\n" + "-\n")
      }
    }
    try folder.write("large.txt", large)
    let expected = told(
      try folder.scan {
        $0.keepsStruck = true
        $0.input.limits.segmentBytes = 200_000
      })
    #expect(expected.utf8.count > 10_000)
    for seed in 0..<12 as Range<UInt64> {
      let report = try folder.scan {
        $0.keepsStruck = true
        $0.input.limits.segmentBytes = 200_000
        $0.jobs = [1, 2, 8][Int(seed % 3)]
        $0.seed = seed
      }
      #expect(told(report) == expected, "seed \(seed)")
    }
  }
}

extension Folder {
  fileprivate func write(_ name: String, _ bytes: ArraySlice<UInt8>) throws {
    try write(name, Array(bytes))
  }
}
