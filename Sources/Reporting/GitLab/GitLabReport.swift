internal import Digests
import Findings

/// GitLab's report of a secret detection job, for `artifacts:reports:secret_detection`.
///
/// Source: gitlab-org/gitlab, schema 15.2.1 of `secret-detection-report-format.json`.
enum GitLabReport {
  static let format = ReportFormat(
    name: "gitlab", fileExtension: "json", summary: "GitLab's secret detection report"
  ) { report, _ in Rendering(bytes: render(report)) }

  private static let version = "15.2.1"
  /// The schema asks for a commit; where none holds the finding, it takes the empty one.
  private static let noCommit = String(repeating: "0", count: 40)

  static func render(_ report: Report) -> [UInt8] {
    var json = JSONWriter(lineDepth: 3)
    json.object { json in
      json.member("version", version)
      json.object("scan") { scan(&$0, report) }
      json.array("vulnerabilities", report.findings) { vulnerability(&$0, $1, report) }
    }
    return json.bytes + [0x0A]
  }

  private static func scan(_ json: inout JSONWriter, _ report: Report) {
    for part in ["analyzer", "scanner"] {
      json.object(part) { json in
        json.member("id", "leakage")
        json.member("name", "leakage")
        json.member("version", report.toolVersion)
        json.object("vendor") { $0.member("name", "leakage") }
      }
    }
    // Without a zone: the schema takes no `Z`.
    let time = String(report.asOf.description.dropLast())
    json.member("start_time", time)
    json.member("end_time", time)
    // A failed scan's findings would not be shown; what is missing is told by the messages.
    json.member("status", "success")
    json.member("type", "secret_detection")
    let gaps = report.notifications.filter(\.isIncomplete).prefix(100)
    if !gaps.isEmpty {
      json.array("messages", gaps) { json, gap in
        json.object { json in
          json.member("level", "warn")
          let place = gap.origin.map { PlaceWords.document($0, report) + ": " } ?? ""
          json.member("value", place + PlaceWords.clipped(gap.message, 1_000))
        }
      }
    }
  }

  private static func vulnerability(
    _ json: inout JSONWriter, _ finding: Finding, _ report: Report
  ) {
    json.object { json in
      json.member("id", uuid(of: finding))
      json.member("name", String(finding.rule.name.prefix(255)))
      json.member(
        "description", SARIFMessage(finding, asOf: report.asOf).text(alsoAt: [], members: []))
      json.member("severity", severity(finding.severity))
      let solution = [finding.rule.revoke, finding.rule.replace].filter { !$0.isEmpty }
      if !solution.isEmpty {
        json.member("solution", String(solution.joined(separator: " ").prefix(7_000)))
      }
      json.array("identifiers", CollectionOfOne(finding.rule)) { json, rule in
        json.object { json in
          json.member("type", "leakage_rule_id")
          json.member("name", "leakage rule \(rule.id)")
          json.member("value", rule.id)
        }
      }
      json.object("location") { location(&$0, finding) }
      json.object("details") { details(&$0, finding, report) }
    }
  }

  private static func location(_ json: inout JSONWriter, _ finding: Finding) {
    json.member("file", finding.location.origin.fullPath.description)
    json.member("start_line", finding.location.region.startLine)
    json.member("end_line", finding.location.region.endLine)
    json.object("commit") { json in
      json.member("sha", finding.age?.introduced?.id.description ?? noCommit)
      json.member("date", finding.age?.introduced?.authorDate)
    }
  }

  /// The age, where GitLab shows it.
  private static func details(_ json: inout JSONWriter, _ finding: Finding, _ report: Report) {
    func text(_ key: String, _ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      json.object(key) { json in
        json.member("type", "text")
        json.member("name", name)
        json.member("value", value)
      }
    }
    if let since = finding.age?.since {
      json.object("age_days") { json in
        json.member("type", "value")
        json.member("name", "Age in days")
        json.member("value", report.asOf.days(since: since))
      }
    }
    text(
      "exposed", "Exposed",
      AgeWords.phrases(finding.age, finding.rotation, asOf: report.asOf).joined(separator: ", "))
    text(
      "lifetime", "Lifetime",
      finding.lifetime.map { LifetimeWords.phrase($0, asOf: report.asOf) })
    text("baseline", "Baseline", finding.baseline?.rawValue)
    text("value", "Value", finding.secret.redacted)
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "Critical"
    case .warning: "Medium"
    case .note: "Info"
    }
  }

  /// A UUID of version 8, which is for digests of one's own: the same for the same place.
  private static func uuid(of finding: Finding) -> String {
    var bytes = Array(
      SHA256.digest(Array("leakage/gitlab/v1\0\(finding.fingerprint)".utf8).span).bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Hex.text(bytes)
    var parts: [Substring] = []
    var rest = digits[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }
}
