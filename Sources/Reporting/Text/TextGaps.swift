import Findings

/// What was not covered, and what else a reader must know about the scan.
struct TextGaps {
  private static let shown = 3
  private let report: Report

  init(report: Report) { self.report = report }

  func write(to lines: inout TextLines) {
    let gaps = report.notifications.filter { $0.code.isGap || $0.isIncomplete }
    let rest = report.notifications.filter { !$0.code.isGap && !$0.isIncomplete }
    let unscanned = report.coverage.notScanned
    if !gaps.isEmpty || unscanned > 0 {
      lines.blank()
      let count = unscanned > 0 ? ": \(Numbers.count(unscanned, "input")) not scanned in full" : ""
      lines.line("Not covered\(count)", .severity(report.isIncomplete ? .error : .note))
      write(gaps, to: &lines)
    }
    if !rest.isEmpty {
      lines.blank()
      lines.line("About this scan", .strong)
      write(rest, to: &lines)
    }
  }

  /// Groups in the order of the codes, the first few of each.
  private func write(_ notifications: [Notification], to lines: inout TextLines) {
    for (code, group) in Self.groups(notifications) {
      lines.line("\(code.heading) (\(Numbers.grouped(group.count)))", indent: 2)
      for notification in group.prefix(Self.shown) {
        let place = notification.origin.map { "\(PlaceWords.document($0, report)): " } ?? ""
        lines.paragraph(
          place + PlaceWords.clipped(notification.message, 400), indent: 4, hanging: 6)
      }
      if group.count > Self.shown {
        lines.line("and \(Numbers.grouped(group.count - Self.shown)) more", indent: 4)
      }
    }
  }

  private static func groups(
    _ notifications: [Notification]
  ) -> [(Notification.Code, [Notification])] {
    let groups = Dictionary(grouping: notifications, by: \.code)
    return Notification.Code.allCases.compactMap { code in groups[code].map { (code, $0) } }
  }
}
