import Findings

/// What is told about the scan: the notifications of each kind up to a limit, and how many more
/// there are.
struct SARIFNotifications {
  /// The notifications that are written.
  private(set) var shown: [Notification] = []
  /// The kinds of these, in their fixed order.
  let codes: [Notification.Code]

  init(_ report: Report, leftOut: Int) {
    var counts: [Notification.Code: Int] = [:]
    for notification in report.notifications {
      let count = counts[notification.code, default: 0] + 1
      counts[notification.code] = count
      if count <= SARIFLimits.notifications { shown.append(notification) }
    }
    for code in Notification.Code.allCases {
      let more = counts[code, default: 0] - SARIFLimits.notifications
      guard more > 0 else { continue }
      let message = "\(Numbers.grouped(more)) more of this kind: \(code.heading)."
      shown.append(Notification(severity: .warning, code: code, message: message))
    }
    if leftOut > 0 {
      let message =
        "\(Numbers.count(leftOut, "result")) of the lowest rank left out: code scanning takes no "
        + "more in one file."
      shown.append(Notification(severity: .warning, code: .reportLimit, message: message))
    }
    let used = Set(shown.map(\.code))
    codes = Notification.Code.allCases.filter { used.contains($0) }
  }
}

extension JSONWriter {
  /// A notification of `notifications`.
  mutating func sarifNotification(
    _ notification: Notification, of notifications: SARIFNotifications, _ report: Report
  ) {
    object { json in
      json.object("descriptor") { json in
        json.member("id", notification.code.rawValue)
        json.member("index", notifications.codes.firstIndex(of: notification.code))
      }
      json.member("level", notification.severity.name)
      json.object("message") { $0.member("text", PlaceWords.clipped(notification.message, 1_000)) }
      if let origin = notification.origin {
        json.array("locations", CollectionOfOne(origin)) { json, origin in
          json.object { json in
            json.object("physicalLocation") { json in
              json.object("artifactLocation") {
                $0.member("uri", ArtifactURI.text(origin, report))
              }
            }
          }
        }
      }
      json.object("properties") { $0.member("incomplete", notification.isIncomplete) }
    }
  }
}
