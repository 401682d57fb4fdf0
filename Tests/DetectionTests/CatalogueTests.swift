import Findings
import FoundationEssentials
import Patterns
import Rules
import Testing
import YAML

@testable import Detection

/// The rule files through the whole engine: each rule's own examples under all rules.
@Suite struct CatalogueTests {
  static func rules(file: String = #filePath) throws -> [Rule] {
    let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: root.path())
      .filter { $0.hasSuffix(".yml") }.sorted()
    return try RuleFile.rules(
      of: files.map { name in
        let data = try Data(contentsOf: root.appending(path: name))
        return try RuleFile.read(Array(data), path: name)
      })
  }

  @Test func examplesAreFoundAtTheirMarks() throws {
    let rules = try Self.rules()
    try #require(!rules.isEmpty)
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(rules), options: DetectionOptions(asOf: Fixture.asOf)))
    for rule in rules where rule.detector != .environment && rule.detector != .workflow {
      for example in rule.examples {
        // The shapes of `named` rules are many and alike.
        for seed in 1...(rule.detector == .named ? 1 : 3) as ClosedRange<UInt64> {
          let rendered = try example.render(seed: seed)
          let found = worker.detect(Fixture.subject(rendered.bytes)).confirmed
          for secret in rendered.secrets {
            let match = found.first { $0.range == secret }
            #expect(
              match.map { $0.rule.id == rule.id || $0.rule.specificity >= rule.specificity }
                == true,
              "\(rule.id): \(example.source): \(found.map { "\($0.rule.id) \($0.range)" })")
          }
        }
      }
    }
  }

  /// A user and a word for a password are a sample, in base64 too.
  @Test(arguments: [("username:password", false), ("ci:kX9vQ2mZ7pLr", true)])
  func encodedSamplesAreSilent(pair: String, isSecret: Bool) throws {
    let auth = String(decoding: Base64.encode(pair.utf8), as: UTF8.self)
    let text = "{\"auths\": {\"registry.example.com\": {\"auth\": \"\(auth)\"}}}"
    var worker = DetectionWorker(
      DetectionEngine(
        rules: RuleList(try Self.rules()), options: DetectionOptions(asOf: Fixture.asOf)))
    let found = worker.detect(Fixture.subject(Array(text.utf8), path: "config.json")).confirmed
    #expect(found.map(\.rule.id) == (isSecret ? ["docker-config-auth"] : []))
  }

  @Test func counterexamplesAreSilent() throws {
    var worker = DetectionWorker(
      DetectionEngine(
        rules: RuleList(try Self.rules()), options: DetectionOptions(asOf: Fixture.asOf)))
    for rule in try Self.rules() where rule.detector != .environment && rule.detector != .workflow {
      for example in rule.counterexamples {
        let rendered = try example.render(seed: 1)
        let found = worker.detect(Fixture.subject(rendered.bytes)).confirmed
        let own = found.filter { $0.rule.id == rule.id }
        #expect(own.isEmpty, "\(rule.id): \(example.source)")
      }
    }
  }

  /// Text that people wrote, from the machine's own documentation: other parts for other numbers.
  /// Empty where there is none.
  static func realText(_ number: Int) -> [UInt8] {
    guard let licence = FileManager.default.contents(atPath: "/usr/share/common-licenses/GPL-3")
    else { return [] }
    let start = min(licence.count, number * 10)
    return Array(licence[start..<min(licence.count, start + 1_500)])
  }

  /// The window is the pattern's whole subject, so what the engine finds in a text of many examples
  /// is what each pattern finds when it is tried on all of the text.
  @Test func windowsEqualTheWholeText() throws {
    let rules = try Self.rules().filter { $0.detector == .pattern }
    var text: [UInt8] = []
    for rule in rules {
      for example in rule.examples {
        text += try example.render(seed: 4).bytes + Array("\n\n".utf8)
        text += Self.realText(text.count % 2_000)
      }
    }
    let engine = DetectionEngine(
      rules: RuleList(rules), options: DetectionOptions(asOf: Fixture.asOf))
    var scanner = TextScanner(engine)
    var windowed: [Int: Set<Range<Int>>] = [:]
    for record in scanner.scan(text, as: .other, isBase: false).records {
      guard case .matches(let matches) = record.outcome else { continue }
      for secret in matches.secrets {
        windowed[matches.rule, default: []].insert(secret.range.moved(by: Int(record.place)))
      }
    }
    var matcher = Matcher()
    var hits: [KeywordHit] = []
    engine.tables.filter.findHits(in: text.span, range: 0..<text.count, into: &hits)
    for (index, rule) in engine.rules.enumerated() {
      let pattern = try #require(rule.pattern)
      let keywords = Set(
        hits.filter {
          $0.keyword < engine.tables.anchorCount && engine.tables.anchor($0.keyword).rule == index
        }
        .map(\.offset))
      let isContext = rule.keywords.contains { $0.anchor == .context }
      var start = 0
      while case .match(let whole, let secret) = matcher.firstMatch(
        of: pattern, in: text.span, from: start, window: 0..<text.count)
      {
        let isAnchored = keywords.contains { whole.contains($0) }
        if isAnchored, !isContext {
          #expect(
            windowed[index]?.contains(secret) == true, "\(rule.id) at \(secret)")
        }
        start = whole.isEmpty ? whole.upperBound + 1 : whole.upperBound
      }
    }
  }
}
