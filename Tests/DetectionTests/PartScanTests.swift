import Findings
import Rules
import Testing

@testable import Detection

/// A text that is a part of another one has what a scan of it alone finds.
@Suite struct PartScanTests {
  private static func worker() -> DetectionWorker {
    DetectionWorker(
      DetectionEngine(
        rules: RuleList(ChangedTextTests.rules), options: DetectionOptions(asOf: Fixture.asOf)))
  }

  @Test(arguments: [UInt64](1...40)) func partsOfALogAreFollowed(seed: UInt64) throws {
    var random = Fixture.Generator(state: seed &* 77)
    let pieces =
      try ChangedTextTests.pieces() + [
        "%2F", "\\n", "gh\n", "\(try Fixture.githubToken().prefix(20))\n",
      ]
    let text = ChangedText(seed: seed, pieces: pieces, lines: 200).bytes
    let isLog = seed % 4 != 0
    var following = Self.worker()
    var alone = Self.worker()
    _ = following.detect(Fixture.subject(text, isLog: isLog), as: .whole)
    var found = 0
    for _ in 0..<40 {
      var places = [0, 0].map { _ in Int(random.next() % UInt64(text.count + 1)) }
      // Half of them begin and end with a line.
      if random.next() % 2 == 0 {
        places = places.map { place in text[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }
      }
      let part = Array(text[places.min()!..<places.max()!])
      let subject = Fixture.subject(part, isLog: isLog)
      let one = following.detect(subject, as: .part)
      let other = alone.detect(subject)
      #expect(ChangedTextTests.summary(one) == ChangedTextTests.summary(other), "\(places)")
      found += one.confirmed.count
    }
    #expect(found > 20)
  }

  @Test func littleIsLookedAtAgain() throws {
    let text = ChangedText(seed: 7, pieces: try ChangedTextTests.pieces(), lines: 2_000).bytes
    let part = Array(text[text.count / 4..<text.count / 2])
    let subject = Fixture.subject(part, isLog: true)
    var worker = Self.worker()
    let alone = worker.detect(subject).work
    _ = worker.detect(Fixture.subject(text, isLog: true), as: .whole)
    let work = worker.detect(subject, as: .part).work
    #expect(work.keywords < alone.keywords / 10, "\(work), \(alone)")
    #expect(work.inherited > 0)
  }

  @Test func whatStandsElsewhereIsScanned() throws {
    var worker = Self.worker()
    let log = { (text: String) in Fixture.subject(Array(text.utf8), isLog: true) }
    let filler = String(repeating: "nothing to see here\n", count: 100)
    _ = worker.detect(log("\(filler)first\n"), as: .whole)
    let secret = "DB_PASSWORD=\(Fixture.random(14, seed: 3))\n"
    #expect(worker.detect(log("\(filler)\(secret)"), as: .part).confirmed.count == 1)
    #expect(worker.detect(log(secret), as: .part).confirmed.count == 1)
  }
}
