import Findings

/// What was scanned, when, and the few numbers that matter.
struct HTMLHeader {
  let report: Report
  let figures: Figures

  func write(to html: inout HTMLWriter) {
    html.element("header") { html in
      html.element("h1") { html in
        html.element("span", [("class", "brand")], text: "leakage")
        html.text(headline)
      }
      html.element("p", [("class", "muted")], text: scope)
      if report.isIncomplete {
        html.element(
          "p", [("class", "notice")],
          text: "Not everything could be read: "
            + "\(Numbers.count(report.coverage.notScanned, "input")) not scanned in full. "
            + "See Coverage below.")
      }
    }
    html.element("ul", [("class", "tiles")]) { html in
      for tile in tiles {
        html.element("li") { html in
          html.element("span", [("class", "label")], text: tile.label)
          html.element("strong", text: tile.value)
          html.element("span", [("class", "muted")], text: tile.detail)
        }
      }
    }
  }

  private var headline: String {
    report.findings.isEmpty
      ? "No secrets found" : Numbers.count(report.findings.count, "finding")
  }

  private var scope: String {
    let places = report.roots.map { $0.prefix.bytes.isEmpty ? "." : $0.prefix.description }
    let shown = places.prefix(3).joined(separator: ", ")
    let more = places.count > 3 ? " and \(Numbers.grouped(places.count - 3)) more" : ""
    let mode = report.mode == "history" ? "history of " : report.mode == "staged" ? "index of " : ""
    return "\(mode)\(shown.isEmpty ? "nothing" : shown)\(more) · as of \(report.asOf.day)"
      + " · leakage \(report.toolVersion)"
  }

  private var tiles: [(label: String, value: String, detail: String)] {
    let levels = Severity.allCases.reversed().map { severity in
      Numbers.count(report.findings.count { $0.severity == severity }, severity.name)
    }
    let count = figures.values.count
    return [
      ("Open", Numbers.grouped(report.findings.count), levels.joined(separator: ", ")),
      (
        "Oldest", figures.ages.last.map(Self.span) ?? "–",
        figures.ages.isEmpty ? "nothing is dated" : oldestDay
      ),
      (
        "Median age", figures.median.map(Self.span) ?? "–",
        figures.ages.isEmpty
          ? "nothing is dated"
          : "\(Numbers.grouped(figures.ages.count)) of \(Numbers.count(count, "value")) dated"
      ),
      (
        "Static", share(figures.statics),
        "\(Numbers.grouped(count - figures.statics)) die by themselves"
      ),
      (
        "Can be alive", Numbers.grouped(figures.alive),
        count == 0
          ? "no values"
          : "of \(Numbers.count(count, "value")), \(Numbers.grouped(count - figures.alive)) proved dead"
      ),
    ]
  }

  private var oldestDay: String {
    let since = figures.values.compactMap { $0.finding.age?.since }.min()
    return since.map { "since \($0.day)" } ?? ""
  }

  private func share(_ part: Int) -> String {
    figures.values.isEmpty ? "–" : "\(part * 100 / figures.values.count) %"
  }

  /// `12 d`, `5.8 y`.
  static func span(_ days: Int) -> String {
    if days < 365 { return "\(days) d" }
    let tenths = days * 10 / 365
    return tenths < 1_000 ? "\(tenths / 10).\(tenths % 10) y" : "\(tenths / 10) y"
  }
}
