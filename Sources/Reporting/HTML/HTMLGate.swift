import Findings

/// What fails the run, what was hidden and what a baseline knows.
struct HTMLGate {
  private static let shown = 8
  let report: Report

  func write(to html: inout HTMLWriter) {
    let groups = GateWords(report).groups
    if !groups.isEmpty {
      html.element("section") { html in
        html.element("h2", text: "What fails the run")
        html.element("dl", [("class", "rules")]) { html in
          for group in groups { write(group, to: &html) }
        }
      }
    }
    let facts = [
      ("Settings", report.configuration.map { [$0] } ?? []),
      ("Hidden", HidingWords.phrases(report.suppressions)),
      ("Baseline", report.baseline.map(HidingWords.phrases) ?? []),
    ].filter { !$0.1.isEmpty }
    guard !facts.isEmpty else { return }
    html.element("section") { html in
      html.element("h2", text: "Agreed on")
      html.element("dl") { html in
        for (name, phrases) in facts {
          html.element("dt", text: name)
          html.element("dd", text: phrases.joined(separator: "; "))
        }
      }
    }
  }

  private func write(_ group: GateWords.Group, to html: inout HTMLWriter) {
    html.element("dt") { html in
      html.element("code", text: group.rule)
      html.text(" " + Numbers.count(group.findings.count, "finding"))
    }
    html.element("dd") { html in
      html.element("p", [("class", "muted")], text: "To mend it: \(group.remedy).")
      html.element("ul", [("class", "plain")]) { html in
        for (finding, cause) in group.findings.prefix(Self.shown) {
          html.element("li") { html in
            html.element("a", [("href", "#f-\(finding.id)")], text: finding.id)
            html.text(" \(PlaceWords.position(finding.location, report)), \(cause)")
          }
        }
        let more = group.findings.count - Self.shown
        if more > 0 { html.element("li", text: "and \(Numbers.grouped(more)) more") }
      }
    }
  }
}
