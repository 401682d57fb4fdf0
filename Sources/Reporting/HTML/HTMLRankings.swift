import Findings

/// Where most of the exposure is: files and rules by the days that their values were exposed.
struct HTMLRankings {
  private static let shown = 8
  let report: Report
  let figures: Figures

  func write(to html: inout HTMLWriter) {
    guard !figures.ages.isEmpty else { return }
    html.element("div", [("class", "pair")]) { html in
      ranking(
        "Files by secret-days", figures.sums { PlaceWords.document($0.location.origin, report) },
        &html)
      ranking("Rules by secret-days", figures.sums { $0.rule.name }, &html)
    }
  }

  private func ranking(
    _ title: StaticString, _ sums: [(name: String, days: Int, values: Int)],
    _ html: inout HTMLWriter
  ) {
    let most = max(1, sums.first?.days ?? 1)
    html.element("section") { html in
      html.element("h2") { $0.fixed(title) }
      html.element("ol", [("class", "ranking")]) { html in
        for sum in sums.prefix(Self.shown) {
          html.element("li") { html in
            html.element("span", [("class", "name")], text: PlaceWords.clipped(sum.name, 120))
            html.element("span", [("class", "number")], text: Numbers.grouped(sum.days))
            html.element(
              "svg",
              [
                ("class", "share"), ("viewBox", "0 0 100 1"), ("preserveAspectRatio", "none"),
                ("aria-hidden", "true"),
              ]
            ) { html in
              let width = sum.days == 0 ? 0 : max(1, sum.days * 100 / most)
              html.open(
                "rect", [("class", "age"), ("height", "1"), ("width", "\(width)")])
              html.fixed("</rect>")
            }
          }
        }
      }
      let more = sums.count - Self.shown
      if more > 0 {
        html.element("p", [("class", "muted")], text: "and \(Numbers.grouped(more)) more")
      }
    }
  }
}
