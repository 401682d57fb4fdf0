import Findings

/// What to do about each kind of secret that was found.
struct HTMLRemedies {
  let report: Report

  func write(to html: inout HTMLWriter) {
    let rules = RulesInUse(report).rules.filter { !$0.revoke.isEmpty || !$0.replace.isEmpty }
    guard !rules.isEmpty else { return }
    html.element("section") { html in
      html.element("h2", text: "What to do")
      for rule in rules {
        html.element("details") { html in
          html.element("summary", text: rule.name)
          html.element("dl") { html in
            for (label, text) in [("Revoke", rule.revoke), ("Instead", rule.replace)]
            where !text.isEmpty {
              html.element("dt", text: label)
              html.element("dd", text: text)
            }
          }
        }
      }
    }
  }
}
