import Findings

/// The exact text that would allow a finding.
enum Allowance {
  /// A comment for the end of its line.
  case comment(String)
  /// An entry for `.leakage.yml`, where no comment can be written: in a log, an archive, a file of a
  /// type without comments, a history, or inside a value of several lines.
  case entry([String])

  /// What a person is to replace by the reason.
  static let reason = "why this is no secret"

  /// The allowance of a finding.
  static func of(_ finding: Finding) -> Allowance {
    let origin = finding.location.origin
    let region = finding.location.region
    let isLine = region.startLine == region.endLine
    let isFile = origin.members.isEmpty && (origin.source == .file || origin.source == .index)
    let marker = "leakage:allow \(Visible.text(finding.rule.id)) reason=\"\(reason)\""
    if isLine, isFile, !finding.isInLog,
      let comment = CommentSyntax.comment(marker, in: origin.path)
    {
      return .comment(comment)
    }
    return .entry([
      "allow:",
      "  - rule: \(Visible.text(finding.rule.id))",
      "    path: \(quoted(origin.fullPath))",
      "    reason: \(reason)",
    ])
  }

  /// A path as a quoted YAML scalar; a byte that cannot stand there as it is becomes `?`, which
  /// matches one character.
  private static func quoted(_ path: Path) -> String {
    var text = ""
    for scalar in String(decoding: path.bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\u{FFFD}": text += "?"
      case _ where Visible.isHarmless(scalar): text.unicodeScalars.append(scalar)
      default: text += "?"
      }
    }
    return "\"\(text)\""
  }
}
