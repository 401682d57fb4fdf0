import Findings

/// Findings as text: a line that says what and where, and under it what a person decides by.
struct TextFindings {
  private static let shown = 3
  /// How many events of a story are told.
  private static let told = 6
  private let report: Report
  private let explain: Bool
  private let isByFile: Bool
  private let correlation: CorrelationIndex

  init(report: Report, explain: Bool, groupBy grouping: RenderOptions.Grouping = .file) {
    self.report = report
    self.explain = explain
    isByFile = grouping == .file
    correlation = CorrelationIndex(report)
  }

  /// A finding of one document, secret or rule, the first one under its name.
  func write(_ group: TextGroup, _ index: Int, to lines: inout TextLines) {
    if index == 0 {
      lines.line(group.heading, .heading)
      lines.blank()
    }
    write(group.findings[index], indent: 2, to: &lines)
    lines.blank()
  }

  /// One finding, its members under it.
  func write(_ finding: Finding, indent: Int, to lines: inout TextLines) {
    let position = PlaceWords.lineAndColumn(finding.location.region)
    let hanging = indent + max(position.count, 6) + 2
    lines.row(header(finding, position), indent: indent, hanging: hanging)
    let own = details(finding)
    write(own, indent: hanging, to: &lines)
    for member in finding.members {
      let position = PlaceWords.lineAndColumn(member.location.region)
      let inner = hanging + max(position.count, 6) + 2
      lines.row(header(member, position), indent: hanging, hanging: inner)
      // What a member shares with its dump was said above it.
      let other = details(member).filter { detail in !own.contains { $0 == detail } }
      write(other, indent: inner, to: &lines)
    }
  }

  private func write(
    _ details: [(label: String, phrases: [String])], indent: Int, to lines: inout TextLines
  ) {
    for (label, phrases) in details {
      // Reasons are sentences with commas of their own.
      let separator = ["why", "seen", "story"].contains(label) ? "; " : ", "
      lines.labelled(label, phrases, separator: separator, indent: indent)
    }
  }

  private func header(_ finding: Finding, _ position: String) -> [TextLines.Piece] {
    let severity = finding.severity.name
    let document = isByFile ? "" : PlaceWords.document(finding.location.origin, report)
    return [
      .init(padded(position, 6), .strong),
      .init(padded(severity, 7), .severity(finding.severity)),
      .init(Visible.text(finding.rule.name), .strong),
      .init(value(finding)),
      .init(document),
      .init(finding.id, .faint),
    ]
  }

  private func value(_ finding: Finding) -> String {
    if let dump = finding.dumpWords { return dump }
    guard finding.isSecret else { return "" }
    let name = finding.evidence.name.map { PlaceWords.clipped($0, 60) + " = " } ?? ""
    return name + finding.secret.redacted
  }

  private func details(_ finding: Finding) -> [(label: String, phrases: [String])] {
    var details: [(label: String, phrases: [String])] = [
      ("age", AgeWords.phrases(finding.age, finding.rotation, asOf: report.asOf)),
      ("lifetime", lifetime(finding)),
      ("exposure", ExposureWords.phrases(finding.exposure)),
      ("place", PlaceWords.phrases(finding.location)),
      ("facts", finding.otherFacts.map { PlaceWords.clipped("\($0.name) \($0.value)") }),
      ("also at", alsoAt(finding)),
      ("same as", sameAs(finding)),
      ("story", correlation.story(toldAt: finding)?.phrases(report, first: Self.told) ?? []),
    ]
    if !finding.isSecret {
      details.append(("seen", finding.evidence.reasons.map { PlaceWords.clipped($0) }))
    }
    if explain {
      details += [
        ("why", !finding.isSecret ? [] : finding.evidence.reasons.map { PlaceWords.clipped($0) }),
        ("revoke", [Visible.text(finding.rule.revoke)]),
        ("instead", [Visible.text(finding.rule.replace)]),
      ]
    }
    return details
  }

  private func lifetime(_ finding: Finding) -> [String] {
    guard let verdict = finding.lifetime else { return [] }
    let phrase = LifetimeWords.phrase(verdict, asOf: report.asOf)
    guard explain, !verdict.evidence.isEmpty else { return [phrase] }
    let evidence = Visible.text(verdict.evidence)
    // The phrase explains itself where nothing better is known: the evidence takes that part's place.
    return verdict.state == .noExpiry ? ["no expiry: \(evidence)"] : [phrase, evidence]
  }

  /// The same value at the same place, seen in other paths or blobs.
  private func alsoAt(_ finding: Finding) -> [String] {
    let shown = finding.alsoAt.prefix(Self.shown).map { location in
      let blob = location.origin.source == .history ? location.origin.blob : nil
      // The document is named only if it is another one.
      let position =
        DocumentKey(location.origin) == DocumentKey(finding.location.origin)
        ? PlaceWords.lineAndColumn(location.region) : PlaceWords.position(location, report)
      return position + (blob.map { " (blob \($0.short))" } ?? "")
    }
    return shown + more(finding.alsoAt.count - shown.count)
  }

  /// The other findings of the same value.
  private func sameAs(_ finding: Finding) -> [String] {
    let (first, count) = correlation.others(of: finding, first: Self.shown)
    return first.map { "\($0.id) (\(PlaceWords.position($0.location, report)))" }
      + more(count - first.count)
  }

  private func more(_ count: Int) -> [String] {
    count > 0 ? ["and \(Numbers.grouped(count)) more"] : []
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
