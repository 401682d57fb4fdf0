import Findings

extension JSONWriter {
  /// A story as a code flow (§3.36): its dated events in the order of time.
  mutating func codeFlow(_ story: Story, _ report: Report) {
    let events = story.events.filter { $0.time != nil }.prefix(SARIFLimits.events)
    array("codeFlows", CollectionOfOne(())) { json, _ in
      json.object { json in
        json.object("message") { $0.member("text", "What happened to the value, in time order.") }
        json.array("threadFlows", CollectionOfOne(())) { json, _ in
          json.object { json in
            json.array("locations", events.enumerated()) { json, item in
              json.object { json in
                json.key("location")
                json.sarifLocation(
                  item.element.finding.location, report,
                  message: SARIFMessage.escaped(story.phrase(item.element, report)))
                json.member("executionOrder", item.offset + 1)
                json.member("executionTimeUtc", item.element.time)
              }
            }
          }
        }
      }
    }
  }
}
