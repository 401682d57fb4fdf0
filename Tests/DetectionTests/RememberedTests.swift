import Rules
import Testing

@testable import Detection

/// What a worker remembers decides how much there is to do, never what is found.
@Suite struct RememberedTests {
  @Test func aWorkerThatHasSeenOtherTextsFindsTheSame() throws {
    let engine = DetectionEngine(
      rules: RuleList(ChangedTextTests.rules), options: DetectionOptions(asOf: Fixture.asOf))
    var old = DetectionWorker(engine)
    let pieces = try ChangedTextTests.pieces() + ChangedTextTests.digests()
    let paths = ["notes.txt", "main.go", "settings.yml", "build.log"]
    var found = 0
    for seed in 0..<120 as Range<UInt64> {
      let text = ChangedText(seed: seed, pieces: pieces, lines: 25).bytes
      let subject = Fixture.subject(text, path: paths[Int(seed) % paths.count])
      var new = DetectionWorker(engine)
      let summary = ChangedTextTests.summary(new.detect(subject))
      #expect(ChangedTextTests.summary(old.detect(subject)) == summary, "seed \(seed)")
      found += summary.count
    }
    #expect(found > 1_000)
  }

  private static let names = ProviderNames([
    ProviderTests.rule("clarifai-key", names: ["clarifai"], shapes: ["{hex:32}"]),
    ProviderTests.rule("helpscout-key", names: ["help scout"], shapes: ["{hex:32}"]),
    ProviderTests.rule("box-key", common: ["box", "gh"], shapes: ["{hex:32}"]),
  ])

  @Test(arguments: [
    "clarifai", "Clarifai-", "x.help scout", "helpScout", "help-scout:", "myClarifai", " box ",
    "box", "api.box.com", "boxToken", "gh", "-gh-",
  ])
  func aWordIsNear(word: String) {
    let gap = String(repeating: "- ", count: 500)
    for text in [word, gap + word, word + gap, gap + word + gap] {
      let bytes = Array(text.utf8)
      let place = text.hasPrefix(word) ? 0 : gap.utf8.count
      let end = place + word.utf8.count
      // In any order, and not where it does not begin.
      let parts = [0..<bytes.count, place..<end, 0..<place, end..<bytes.count]
      #expect(Self.near(in: parts, of: bytes) == [true, true, false, false], "\(word)")
    }
  }

  private static func near(in parts: [Range<Int>], of bytes: [UInt8]) -> [Bool] {
    var near = NearbyWords()
    return parts.map { near.isAny(in: $0, of: bytes, names) }
  }

  @Test(arguments: ["clarifa", "xclarifaiy", "helpful scout", "aboxa", "boxes", "ghost", "x1gh"])
  func otherwiseNoneIs(text: String) {
    let bytes = Array("\(text) - - -".utf8)
    #expect(Self.near(in: [0..<bytes.count], of: bytes) == [false])
  }
}
