import Findings
import Testing

@testable import Scanning

/// What is shared is done once, and its results stand in their order, whoever helps.
@Suite struct SharedWorkTests {
  @Test(arguments: [1, 2, 8]) func threadsShare(jobs: Int) {
    #expect(WorkSharing(jobs: jobs).map(1_000) { $0 * 2 } == (0..<1_000).map { $0 * 2 })
    #expect(WorkSharing(jobs: jobs).map(0) { $0 }.isEmpty)
  }

  /// Keeps the help that was offered.
  ///
  /// `@unchecked Sendable`: the thread that asks for help is the only one that offers it and that
  /// calls what was kept.
  private final class Offers: @unchecked Sendable {
    var kept: [@Sendable () -> Void] = []
  }

  @Test func helpMayComeAtOnceOrTooLateOrNever() {
    let expected = (0..<100).map { $0 + 1 }
    let atOnce = SharedWork(helpers: 3) { help in
      help()
      return true
    }
    #expect(atOnce.map(100) { $0 + 1 } == expected)
    let offers = Offers()
    let late = SharedWork(helpers: 3) { help in
      offers.kept.append(help)
      return true
    }
    #expect(late.map(100) { $0 + 1 } == expected)
    #expect(offers.kept.count == 3)
    for help in offers.kept { help() }
    #expect(SharedWork(helpers: 3) { _ in false }.map(100) { $0 + 1 } == expected)
    #expect(SharedWork().map(100) { $0 + 1 } == expected)
  }

  private final class Text: Sendable {}

  /// Help that is offered waits behind other work, for as long as a log takes.
  @Test func helpThatWaitsHoldsNoText() {
    let offers = Offers()
    let late = SharedWork(helpers: 3) { help in
      offers.kept.append(help)
      return true
    }
    weak var held: Text?
    do {
      let text = Text()
      held = text
      let all = late.map(10) { [text] _ in ObjectIdentifier(text) }
      #expect(Set(all) == [ObjectIdentifier(text)])
    }
    #expect(offers.kept.count == 3 && held == nil)
  }

  @Test func aLargeFileIsFoundTheSameByAnyNumberOfThreads() throws {
    let folder = try Folder()
    let lines = try (0..<5_000).map { number in
      try planted("export API_KEY_\(number % 4_000)=«{base62:40}»\n", seed: UInt64(number))
    }
    try folder.write("keys.sh", Array(lines.joined()))
    let alone = try folder.scan { $0.jobs = 1 }.findings
    #expect(alone.count > 4_900)
    for (jobs, seed) in [(2, nil), (8, nil), (4, 7)] as [(Int, UInt64?)] {
      let shared = try folder.scan {
        $0.jobs = jobs
        $0.seed = seed
      }.findings
      #expect(shared.map(\.fingerprint) == alone.map(\.fingerprint))
      #expect(shared.map(\.location) == alone.map(\.location))
      #expect(shared.map(\.severity) == alone.map(\.severity))
    }
    #expect(Set(alone.map(\.fingerprint)).count == alone.count)
  }
}
