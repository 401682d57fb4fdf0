import Findings

/// A whole SARIF file with one run.
struct SARIFRun {
  let report: Report
  let options: RenderOptions
  let rules: RulesInUse
  /// The results, as JSON.
  let results: SARIFResults
  /// How many results are missing because of GitHub's limits.
  let leftOut: Int
  /// Which of several files this is; `nil` if it is the only one.
  let part: Int?

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// The file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return bytes
  }

  /// Hands out the file, piece by piece. Each result stands on a line of its own.
  func write(to take: ([UInt8]) -> Void) {
    let notifications = SARIFNotifications(report, leftOut: leftOut)
    var json = JSONWriter(lineDepth: 4)
    json.object { json in
      json.member("$schema", Self.schema)
      json.member("version", "2.1.0")
      json.array("runs", CollectionOfOne(())) { json, _ in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { driver(&$0, notifications) }
          }
          // Uploads of one category replace each other: each part of a split report has its own.
          let category = "leakage/\(report.mode)/" + (part.map { "part-\($0)/" } ?? "")
          json.object("automationDetails") { $0.member("id", category) }
          json.member("columnKind", "utf16CodeUnits")
          json.array("redactionTokens", ["…"]) { $0.value($1) }
          json.array("invocations", CollectionOfOne(())) { json, _ in
            invocation(&json, notifications)
          }
          properties(&json)
          json.array("results") { json in
            for result in results.json {
              json.raw(result)
              json.handOut(to: take)
            }
          }
        }
      }
    }
    json.endLine()
    take(json.bytes)
  }

  private func driver(_ json: inout JSONWriter, _ notifications: SARIFNotifications) {
    json.member("name", "leakage")
    json.member("version", report.toolVersion)
    if SARIFText.isSemantic(report.toolVersion) {
      json.member("semanticVersion", report.toolVersion)
    }
    json.member("informationUri", options.informationURI)
    json.array("rules", rules.rules) { $0.sarifRule($1) }
    if !notifications.codes.isEmpty {
      json.array("notifications", notifications.codes) { json, code in
        json.object { json in
          json.member("id", code.rawValue)
          json.object("shortDescription") { $0.member("text", code.heading) }
        }
      }
    }
  }

  private func invocation(_ json: inout JSONWriter, _ notifications: SARIFNotifications) {
    json.object { json in
      // Code scanning rejects a file whose execution was not successful, findings and all
      // (github/codeql-action#1316), so an incomplete scan is told by its notifications.
      json.member("executionSuccessful", true)
      json.member("exitCode", options.exitCode)
      json.member("endTimeUtc", report.asOf)
      json.array("toolExecutionNotifications", notifications.shown) {
        $0.sarifNotification($1, of: notifications, report)
      }
    }
  }

  private func properties(_ json: inout JSONWriter) {
    json.object("properties") { json in
      json.member("incomplete", report.isIncomplete)
      json.member("ageScope", report.ageScope)
      json.member("leftOut", leftOut)
      json.member("rulesInForce", report.rulesInForce)
      json.member("configuration", report.configuration)
      json.suppressions(report)
      json.baseline(report.baseline)
      json.gate(report)
    }
  }
}
