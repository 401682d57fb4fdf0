import Findings

/// What was read, what was struck out, and what was not read.
struct HTMLCoverage {
  private static let shown = 20
  let report: Report

  func write(to html: inout HTMLWriter) {
    html.element("section") { html in
      html.element("h2", text: "Coverage")
      html.element("dl") { html in
        let facts = [
          ("Scanned", CoverageWords.phrases(report.coverage).joined(separator: ", ")),
          ("Rules", Numbers.count(report.rulesInForce, "rule") + " in force"),
          ("Struck out", CoverageWords.strikes(report.strikes).joined(separator: "; ")),
        ]
        for (label, text) in facts where !text.isEmpty {
          html.element("dt", text: label)
          html.element("dd", text: text)
        }
      }
      let groups = Dictionary(grouping: report.notifications, by: \.code)
      let codes = Notification.Code.allCases.filter { groups[$0] != nil }
      if codes.isEmpty {
        html.element("p", [("class", "muted")], text: "Everything that was asked for was read.")
      }
      for code in codes { write(code, groups[code] ?? [], to: &html) }
    }
  }

  private func write(
    _ code: Notification.Code, _ notifications: [Notification], to html: inout HTMLWriter
  ) {
    let isGap = notifications.contains { $0.isIncomplete }
    html.element("details", isGap ? [("open", "")] : []) { html in
      html.element(
        "summary", text: "\(code.heading) (\(Numbers.grouped(notifications.count)))")
      html.element("ul", [("class", "plain")]) { html in
        for notification in notifications.prefix(Self.shown) {
          let place = notification.origin.map { PlaceWords.document($0, report) + ": " } ?? ""
          html.element("li", text: place + PlaceWords.clipped(notification.message, 400))
        }
        let more = notifications.count - Self.shown
        if more > 0 { html.element("li", text: "and \(Numbers.grouped(more)) more") }
      }
    }
  }
}
