import Glibc
import Patterns
import Rules
import Testing

@testable import Detection

/// Each rule on a megabyte made to hurt it: its keywords before runs that its classes match, its
/// examples cut short, again and again on one line and on many.
@Suite struct HostileRuleTests {
  /// A megabyte of the poison of a family, whose patterns are the rich ones; a quarter of it for a
  /// provider's, of which there are hundreds. The poison repeats itself, and a window is all that a
  /// pattern sees: from the second period on no window is new, so that a quarter bounds the steps
  /// of a megabyte, as long as it holds two periods.
  static func poison(_ rule: Rule, separator: String) throws -> [UInt8] {
    let runs = [
      "a", "A1", "a:", "a=", "a b ", "\\n", "-", "\"", "a.", "a/", "x@", "=&", "' ", "$a",
    ]
    var pieces: [[UInt8]] = []
    for keyword in rule.keywords {
      for run in runs {
        let filling = String(repeating: run, count: 160 / run.utf8.count)
        pieces.append(Array((keyword.text + filling + separator).utf8))
      }
    }
    for example in rule.examples.prefix(4) {
      let text = try example.render(seed: 1)
      guard let secret = text.secrets.first else { continue }
      pieces.append(Array(text.bytes[..<(secret.upperBound - 1)]) + Array(separator.utf8))
    }
    let size = rule.provider == Rule.genericProvider ? 1 << 20 : 1 << 18
    let period = pieces.reduce(0) { $0 + $1.count }
    #expect(2 * period <= size, "\(rule.id) sees less than its whole poison")
    var poison: [UInt8] = []
    poison.reserveCapacity(size)
    var index = 0
    while poison.count < size, !pieces.isEmpty {
      poison += pieces[index % pieces.count]
      index += 1
    }
    return poison
  }

  private static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// PCRE2 counts steps for each start position: two thousandths of what ends a search in a scan
  /// are enough for every rule, and a megabyte of poison costs no more than seconds without
  /// optimisation.
  @Test(arguments: ["\n", " "])
  func stepsAreBounded(separator: String) throws {
    for rule in try CatalogueTests.rules() where rule.detector == .pattern {
      let text = try Self.poison(rule, separator: separator)
      let engine = DetectionEngine(
        rules: RuleList([rule]), options: DetectionOptions(asOf: Fixture.asOf))
      var scanner = TextScanner(engine, limits: MatchLimits(steps: 20_000))
      let start = Self.seconds()
      let found = scanner.scan(text, as: .other, isBase: false)
      let cost = Self.seconds() - start
      let isLimited = found.records.contains { record in
        if case .matches(let proposed) = record.outcome { proposed.isLimited } else { false }
      }
      #expect(!isLimited, "\(rule.id)")
      #expect(cost < 4, "\(rule.id): \(cost) s for \(found.work.keywords) keywords")
    }
  }
}
