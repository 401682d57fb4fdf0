/// A table in Markdown. The first `left` columns are text, the others numbers.
struct MarkdownTable {
  var headings: [String]
  var left = 1
  var rows: [[String]] = []

  func render() -> String {
    let rule = headings.indices.map { $0 < left ? "---" : "---:" }
    return ([headings, rule] + rows).map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }.joined()
  }
}
