import Findings
import Glibc
import Rules
import Testing

@testable import Detection

/// What a scan costs does not grow with the catalogue.
@Suite(.serialized) struct ManyRulesTests {
  /// Rules of providers that nobody has heard of, each with a prefix of its own.
  private static func rules(_ count: Int) -> [Rule] {
    (0..<count).map { index in
      let prefix =
        Fixture.random(4, seed: UInt64(index), of: "abcdefghijklmnopqrstuvwxyz") + "_\(index)_"
      return Fixture.rule(
        "rule-\(index)", .pattern,
        keywords: [Rule.Keyword(text: prefix, anchor: .match, ignoresCase: false)],
        pattern: "(?<secret>\(prefix)[a-z0-9]{20})", provider: "Provider \(index)")
    }
  }

  private static let text: [UInt8] = {
    var generator = Fixture.Generator(state: 17)
    let words = [
      "let", "value", "return", "config", "import", "module", "_", "12", "=", "{", "}\n",
    ]
    return (0..<200_000).flatMap { _ in
      Array((words[Int(generator.next() % UInt64(words.count))] + " ").utf8)
    }
  }()

  /// Seconds of this thread.
  private static func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (0..<3).map { _ in
      let start = now()
      body()
      return now() - start
    }.min() ?? 0
  }

  @Test func aThousandRulesAreSearchedLikeTen() {
    func seconds(_ count: Int) -> Double {
      var worker = DetectionWorker(
        DetectionEngine(
          rules: RuleList(Self.rules(count)), options: DetectionOptions(asOf: Fixture.asOf)))
      let subject = Fixture.subject(Self.text)
      return Self.seconds { _ = worker.detect(subject) }
    }
    let ratio = seconds(1_000) / max(seconds(10), 0.001)
    #expect(ratio < 2, "\(ratio)")
  }

  @Test func eachOfAThousandRulesIsFound() {
    let rules = Self.rules(1_000)
    let lines = rules.map { rule in
      "x = \(rule.keywords[0].text)\(Fixture.random(20, seed: UInt64(rule.id.utf8.count), of: "bcdf2345"))\n"
    }
    let detected = Fixture.detect(Array(lines.joined().utf8), rules: rules)
    #expect(detected.confirmed.map(\.rule.id) == rules.map(\.id))
    // A keyword is tried once.
    #expect(detected.work.keywords == 1_000)
  }
}
