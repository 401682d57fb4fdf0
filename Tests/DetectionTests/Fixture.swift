import Findings
import Logs
import Patterns
import Rules

@testable import Detection

/// Rules, tokens and a worker for tests.
enum Fixture {
  static let asOf = Timestamp(year: 2026, month: 11, day: 1)

  /// The three rules for names, and two with patterns: one with a checksum, one with a context.
  static let rules: [Rule] = [
    rule("generic-password", .assignment), rule("generic-secret", .assignment),
    rule("generic-api-key", .assignment),
    rule(
      "github-token", .pattern,
      keywords: [Rule.Keyword(text: "ghp_", anchor: .match, ignoresCase: false)],
      pattern: "(?<secret>ghp_[A-Za-z0-9]{36})(?![A-Za-z0-9])", provider: "GitHub",
      checksum: .github, entropy: 3, prefix: 4),
    rule(
      "acme-token", .pattern,
      keywords: [Rule.Keyword(text: "acme", anchor: .context, ignoresCase: true)],
      pattern: "\\b(?<secret>[0-9a-f]{32})\\b", provider: "Acme", entropy: 3),
    rule(
      "url-credentials", .pattern,
      keywords: [Rule.Keyword(text: "://", anchor: .match, ignoresCase: false)],
      pattern: "[a-z]{2,10}://[^\\s:/@]{0,40}:(?<secret>[^\\s/@]{1,100})@", entropy: 1),
  ]

  static func rule(
    _ id: String, _ detector: Rule.Detector, keywords: [Rule.Keyword] = [], pattern: String? = nil,
    provider: String = Rule.genericProvider, checksum: Checksum? = nil, entropy: Double = 0,
    prefix: Int = 0, window: Rule.Window = Rule.Window(before: 64, after: 512, lines: 0),
    rows: Rows? = nil
  ) -> Rule {
    let specificity = detector == .assignment ? 10 : provider == Rule.genericProvider ? 50 : 100
    return Rule(
      descriptor: RuleDescriptor(
        id: id, name: id, summary: "A secret.", severity: .error, confidence: .medium,
        lifetime: .static, revoke: "Revoke it.", replace: "Replace it.", cwe: 798),
      provider: provider, detector: detector, keywords: keywords,
      pattern: pattern.map { Pattern($0) }, window: window, rows: rows, entropy: entropy,
      checksum: checksum,
      expiry: nil, publicPrefix: prefix, specificity: specificity, examples: [], counterexamples: []
    )
  }

  static func subject(
    _ bytes: [UInt8], path: String = "notes.txt", assignments: [Assignment] = [],
    blocks: [EnvironmentBlock] = [], isLog: Bool = false
  ) -> Subject {
    Subject(
      document: Document(bytes: bytes, origin: Origin(source: .file, path: Path(path))),
      text: Text(bytes: bytes), assignments: assignments, blocks: blocks, isLog: isLog)
  }

  static func detect(
    _ bytes: [UInt8], path: String = "notes.txt", isLog: Bool = false, rules: [Rule] = rules,
    options: DetectionOptions = DetectionOptions(asOf: asOf)
  ) -> Detected {
    var worker = DetectionWorker(DetectionEngine(rules: RuleList(rules), options: options))
    return worker.detect(subject(bytes, path: path, isLog: isLog))
  }

  /// Random characters, the same for the same seed.
  static func random(
    _ count: Int, seed: UInt64 = 1,
    of alphabet: String = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  ) -> String {
    var generator = Generator(state: seed)
    let letters = Array(alphabet)
    return String((0..<count).map { _ in letters[Int(generator.next() % UInt64(letters.count))] })
  }

  static func hex(_ count: Int, seed: UInt64 = 1) -> String {
    random(count, seed: seed, of: "0123456789abcdef")
  }

  /// A classic token of GitHub with a right checksum.
  static func githubToken(seed: UInt64 = 1) throws -> String {
    let template = Template("gh" + "p_{github:36}")
    return String(decoding: try template.render(seed: seed).bytes, as: UTF8.self)
  }

  /// SplitMix64: tests need no good random numbers, but the same ones everywhere.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }
}
