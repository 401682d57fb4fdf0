internal import Digests
import Findings

/// The report as one page: no script, nothing fetched, and a policy that allows neither.
enum HTMLReport {
  static let format = ReportFormat(
    name: "html", fileExtension: "html", summary: "one page with pictures, without script"
  ) { report, _ in Rendering(bytes: render(report)) }

  static func render(_ report: Report) -> [UInt8] {
    let figures = Figures(report)
    var html = HTMLWriter()
    html.fixed("<!doctype html>\n")
    html.element("html", [("lang", "en")]) { html in
      html.element("head") { head(&$0, report) }
      html.element("body") { html in
        html.element("main") { html in
          // What one has to know first stands first; the table, which may be long, behind the pictures.
          HTMLHeader(report: report, figures: figures).write(to: &html)
          HTMLCharts(report: report, figures: figures).write(to: &html)
          HTMLGate(report: report).write(to: &html)
          HTMLRankings(report: report, figures: figures).write(to: &html)
          HTMLFindings(report: report).write(to: &html)
          HTMLRemedies(report: report).write(to: &html)
          HTMLCoverage(report: report).write(to: &html)
        }
      }
    }
    html.fixed("\n")
    return html.bytes
  }

  private static func head(_ html: inout HTMLWriter, _ report: Report) {
    html.fixed("\n")
    html.open("meta", [("charset", "utf-8")])
    html.open(
      "meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)])
    html.open("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
    html.open("meta", [("name", "color-scheme"), ("content", "light dark")])
    html.open("meta", [("name", "referrer"), ("content", "no-referrer")])
    html.element("title", text: "leakage: \(Numbers.count(report.findings.count, "finding"))")
    html.element("style") { $0.fixed(HTMLStyle.sheet) }
    html.fixed("\n")
  }

  /// Nothing is loaded, nothing runs; the one style sheet is named by its digest.
  private static let policy: String = {
    let digest = SHA256.digest(Array(HTMLStyle.sheet.description.utf8).span)
    return "default-src 'none'; style-src 'sha256-\(Base64.text(digest.bytes))'; "
      + "base-uri 'none'; form-action 'none'"
  }()
}
