import Scanning
import Testing

@testable import leakage

@Suite struct ProgressLineTests {
  @Test func `what is done, and how long the rest will take`() {
    var progress = ScanProgress()
    progress.inputs = 1_000
    progress.found = 4_000
    progress.bytes = 3_140_000_000
    progress.findings = 1
    #expect(ProgressLine.text(progress, elapsed: 60) == "1000 inputs, 3.1 GB, 1 finding")
    progress.isComplete = true
    #expect(
      ProgressLine.text(progress, elapsed: 60)
        == "1000 of 4000 inputs, 3.1 GB, 1 finding, 3 min left")
    progress.inputs = 4_000
    #expect(ProgressLine.text(progress, elapsed: 60) == "4000 of 4000 inputs, 3.1 GB, 1 finding")
  }
}
