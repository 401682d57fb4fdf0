import Findings

/// The pictures: how old the values are, and when they came and went.
struct HTMLCharts {
  let report: Report
  let figures: Figures

  func write(to html: inout HTMLWriter) {
    guard !figures.ages.isEmpty else { return }
    html.element("div", [("class", "pair")]) { html in
      html.element("section") { html in
        html.element("h2", text: "Age")
        ages(&html)
      }
      html.element("section") { html in
        html.element("h2", text: "Introduced, removed, rotated")
        timeline(&html)
      }
    }
  }

  private func ages(_ html: inout HTMLWriter) {
    let bins = AgeBins(figures.ages)
    let most = max(1, bins.counts.max() ?? 1)
    html.element("ol", [("class", "columns")]) { html in
      for (label, count) in zip(AgeBins.labels, bins.counts) {
        html.element("li") { html in
          html.element("span", [("class", "count")], text: count > 0 ? Numbers.grouped(count) : "")
          bar(&html, count, of: most, kind: "age", isUp: true, label: "\(label): \(count)")
          html.element("span", [("class", "tick")], text: label)
        }
      }
    }
    let undated = figures.values.count - figures.ages.count
    if undated > 0 {
      html.element(
        "p", [("class", "muted")], text: "\(Numbers.count(undated, "value")) without a date")
    }
  }

  private func timeline(_ html: inout HTMLWriter) {
    let timeline = Timeline(figures, asOf: report.asOf)
    let up = max(1, timeline.buckets.map(\.introduced).max() ?? 1)
    let down = max(1, timeline.buckets.map { $0.removed + $0.rotated }.max() ?? 1)
    html.element("ol", [("class", "columns tight")]) { html in
      for bucket in timeline.buckets {
        html.element("li") { html in
          let label =
            "\(bucket.name): \(bucket.introduced) introduced, \(bucket.removed) removed, "
            + "\(bucket.rotated) rotated"
          bar(&html, bucket.introduced, of: up, kind: "introduced", isUp: true, label: label)
          below(&html, bucket, of: down)
          html.element("span", [("class", "tick")], text: bucket.tick)
        }
      }
    }
    html.element("p", [("class", "key muted")]) { html in
      for (kind, text) in [
        ("introduced", "introduced (up to \(Numbers.grouped(up)))"), ("removed", "removed"),
        ("rotated", "rotated"),
      ] {
        html.element("span", [("class", "swatch \(kind)")]) { _ in }
        html.element("span", text: text)
      }
    }
  }

  /// A bar that is as high as its share; what is there is seen, however small.
  private func bar(
    _ html: inout HTMLWriter, _ count: Int, of most: Int, kind: String, isUp: Bool, label: String
  ) {
    let height = count == 0 ? 0 : max(2, count * 100 / most)
    html.element("svg", Self.frame(isUp ? "bar up" : "bar down", label)) { html in
      html.element("title", text: label)
      html.open(
        "rect",
        [
          ("class", kind), ("width", "1"), ("height", "\(height)"),
          ("y", "\(isUp ? 100 - height : 0)"),
        ])
      html.fixed("</rect>")
    }
  }

  private func below(_ html: inout HTMLWriter, _ bucket: Timeline.Bucket, of most: Int) {
    let removed = bucket.removed * 100 / most
    let rotated = bucket.rotated * 100 / most
    html.element("svg", Self.frame("bar down", "")) { html in
      for (kind, y, height) in [("removed", 0, removed), ("rotated", removed, rotated)]
      where height > 0 {
        html.open(
          "rect",
          [("class", kind), ("width", "1"), ("height", "\(height)"), ("y", "\(y)")])
        html.fixed("</rect>")
      }
    }
  }

  private static func frame(_ kind: String, _ label: String) -> [HTMLWriter.Attribute] {
    let meaning: HTMLWriter.Attribute =
      label.isEmpty ? ("aria-hidden", "true") : ("aria-label", label)
    return [
      ("class", kind), ("viewBox", "0 0 1 100"), ("preserveAspectRatio", "none"), ("role", "img"),
      meaning,
    ]
  }
}
