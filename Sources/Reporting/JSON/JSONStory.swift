import Findings

extension JSONWriter {
  /// What happened to a value that stands at several places; `type` where each line needs one.
  mutating func story(_ group: Int, _ findings: [Finding], type: String? = nil) {
    let story = Story(findings)
    object { json in
      json.member("type", type)
      json.member("valueGroup", group)
      json.array("findings", findings) { $0.value($1.id) }
      json.array("events", story.events) { json, event in
        json.object { json in
          json.member("event", event.kind.rawValue)
          json.member("time", event.time)
          json.member("finding", event.finding.id)
        }
      }
    }
  }
}
