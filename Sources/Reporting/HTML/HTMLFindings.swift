import Findings

/// All findings in a table, the most urgent first.
struct HTMLFindings {
  /// More rows than a browser lays out with ease; the JSON report has them all.
  private static let most = 5_000
  private static let members = 20
  let report: Report
  private let correlation: CorrelationIndex

  init(report: Report) {
    self.report = report
    correlation = CorrelationIndex(report)
  }

  func write(to html: inout HTMLWriter) {
    guard !report.findings.isEmpty else { return }
    let ranked = report.findings.enumerated()
      .map { (index: $0, rank: Rank.of($1, asOf: report.asOf)) }
      .sorted { ($1.rank, $0.index) < ($0.rank, $1.index) }
    html.element("section") { html in
      html.element("h2", text: "Findings, by risk")
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for heading in ["Risk", "Secret", "Place", "Exposed", "Life"] {
              html.element("th", [("scope", "col")], text: heading)
            }
          }
        }
        html.element("tbody") { html in
          for (index, rank) in ranked.prefix(Self.most) {
            row(report.findings[index], rank, &html)
          }
        }
      }
      let more = ranked.count - Self.most
      if more > 0 {
        html.element(
          "p", [("class", "notice")],
          text: "\(Numbers.grouped(more)) more, of lower risk, are not shown here.")
      }
    }
  }

  private func row(_ finding: Finding, _ rank: Int, _ html: inout HTMLWriter) {
    html.fixed("\n")
    html.element("tr", [("id", "f-\(finding.id)")]) { html in
      html.element("td", [("class", "risk")]) { html in
        html.element(
          "span", [("class", "level \(finding.severity.name)")], text: finding.severity.name)
        html.element("span", [("class", "muted")], text: "\(rank)")
      }
      html.element("td") { html in
        html.element("strong", text: finding.rule.name)
        if finding.isSecret {
          html.element("span", [("class", "value")], text: value(finding))
        } else {
          let reasons = finding.evidence.reasons.map { PlaceWords.clipped($0) }
          html.element("span", [("class", "muted")], text: reasons.joined(separator: "; "))
        }
        for member in finding.members.prefix(Self.members) {
          html.element(
            "span", [("class", "value member")],
            text: "\(value(member)) · \(member.rule.name)")
        }
        let more = finding.members.count - Self.members
        if more > 0 { html.element("span", [("class", "value member")], text: "and \(more) more") }
      }
      html.element("td", [("class", "place")]) { html in
        html.element("span", text: PlaceWords.position(finding.location, report))
        let words = PlaceWords.phrases(finding.location).joined(separator: ", ")
        html.element("span", [("class", "muted")], text: words)
        if !finding.alsoAt.isEmpty {
          html.element(
            "span", [("class", "muted")],
            text: "and at \(Numbers.count(finding.alsoAt.count, "more place"))")
        }
        let others = correlation.others(of: finding, first: 1)
        if let first = others.first.first {
          let rest = others.count > 1 ? " and \(Numbers.grouped(others.count - 1)) more" : ""
          html.element(
            "span", [("class", "muted")],
            text: "the same value: \(PlaceWords.position(first.location, report))\(rest)")
        }
      }
      html.element("td", [("class", "exposed")]) { html in
        let phrases = AgeWords.phrases(finding.age, finding.rotation, asOf: report.asOf)
        let age = phrases.first ?? (finding.isSecret ? "not dated" : nil)
        html.element("span", age == nil ? Self.none : [], text: age ?? "–")
        html.element(
          "span", [("class", "muted")], text: phrases.dropFirst().joined(separator: ", "))
      }
      html.element("td") { html in
        let life =
          finding.lifetime.map { LifetimeWords.phrase($0, asOf: report.asOf) } ?? living(finding)
        html.element("span", life == nil ? Self.none : [], text: life ?? "–")
        let exposure = ExposureWords.phrases(finding.exposure).joined(separator: ", ")
        if !exposure.isEmpty {
          html.element("span", [("class", "muted")], text: "exposed \(exposure)")
        }
        if let state = finding.baseline {
          html.element("span", [("class", "muted")], text: "baseline: \(state.rawValue)")
        }
        html.element("span", [("class", "muted id")], text: finding.id)
      }
    }
  }

  /// Of a dash that fills a column, and is left out where there are none.
  private static let none: [HTMLWriter.Attribute] = [("class", "none")]

  /// How many values of a printed environment can be alive; `nil` of what is no secret.
  private func living(_ finding: Finding) -> String? {
    guard finding.isSecret else { return nil }
    guard !finding.members.isEmpty else { return "not judged" }
    let alive = finding.members.count { !$0.isProvedDead }
    return
      "\(Numbers.grouped(alive)) of \(Numbers.count(finding.members.count, "value")) can be alive"
  }

  private func value(_ finding: Finding) -> String {
    if let dump = finding.dumpWords { return dump }
    let name = finding.evidence.name.map { PlaceWords.clipped($0, 60) + " = " } ?? ""
    return name + finding.secret.redacted
  }
}
