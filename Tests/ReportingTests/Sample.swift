import Findings
import Testing

/// Reports to render. Dates, ids and commits are fixed; every secret holds ``canary``.
enum Sample {
  static let asOf = Timestamp(year: 2026, month: 11, day: 23)
  /// A mark inside each secret, built here so that no file holds it as one text.
  static let canary = ["QmF0", "dGVy", "eUhv", "cnNl"].joined()

  static func day(_ text: String) -> Timestamp {
    let moment = Timestamp(text)
    if moment == nil { Issue.record("not a date: \(text)") }
    return moment ?? asOf
  }

  static func commit(_ byte: String, _ day: String) -> CommitStamp {
    guard let id = ObjectID(String(repeating: byte, count: 20)) else {
      Issue.record("not a byte: \(byte)")
      return commit("aa", day)
    }
    return CommitStamp(id: id, authorDate: Self.day(day), committerDate: Self.day(day))
  }

  static let password = RuleDescriptor(
    id: "database-password", name: "Database password",
    summary: "A database password stands in a pipeline.", severity: .error, confidence: .medium,
    lifetime: .static, revoke: "Set a new password for the user in the database.",
    replace: "Read it from the CI system's secret store: `${{ secrets.DB_PASSWORD }}`.", cwe: 798)
  static let token = RuleDescriptor(
    id: "github-installation-token", name: "GitHub installation token",
    summary: "A token of a GitHub App installation.", severity: .warning, confidence: .high,
    lifetime: .ephemeral(usual: 3_600, maximum: 3_600), revoke: "It dies by itself within an hour.",
    replace: "Nothing: do not print it.", cwe: 532)
  static let dump = RuleDescriptor(
    id: "environment-dump", name: "Environment dump",
    summary: "A step printed its whole environment.", severity: .error, confidence: .high,
    lifetime: .static, revoke: "Rotate every value that is in clear.",
    replace: "Print the variables that you need by name.", cwe: 532)

  static func secret(_ length: Int, prefix: Int = 0) -> Secret {
    let filler = "ghs_" + canary + String(repeating: "x", count: 200)
    return Secret(filler.utf8.prefix(length), publicPrefix: prefix)
  }

  static func location(
    _ path: String, _ line: Int, _ column: Int, length: Int = 18, source: Origin.Source = .file,
    members: [String] = [], blob: ObjectID? = nil, place: Place = Place(), lineHash: String? = nil
  ) -> Location {
    Location(
      origin: Origin(
        source: source, path: Path(path), members: members.map { Path($0) }, blob: blob),
      region: Region(
        byteOffset: line * 40, byteLength: length, startLine: line, startColumn: column,
        endLine: line, endColumn: column + length),
      place: place, lineHash: lineHash)
  }

  static func finding(
    _ rule: RuleDescriptor, _ location: Location, id: String, name: String? = nil,
    secret: Secret = secret(18)
  ) -> Finding {
    var finding = Finding(
      rule: rule, severity: rule.severity, confidence: rule.confidence, secret: secret,
      location: location, evidence: Evidence(detector: "assignment", name: name))
    finding.fingerprint = id + String(repeating: "0", count: 32 - id.count)
    return finding
  }

  static var empty: Report {
    var report = Report(toolVersion: "0.1.0", mode: "tree", asOf: asOf, ageScope: "full")
    report.roots = [Root(prefix: Path(""), isRepository: true)]
    report.coverage.files = 12
    report.coverage.bytes = 34_567
    return report
  }
}
