internal import Findings

/// A rule tells what was found, how to revoke it and what replaces it, and shows examples.
enum WordCheck {
  static func messages(_ rule: Rule) -> [String] {
    var messages: [String] = []
    let descriptor = rule.descriptor
    let words = [
      ("name", descriptor.name), ("summary", descriptor.summary), ("revoke", descriptor.revoke),
      ("replace", descriptor.replace),
    ]
    for (key, text) in words where text.allSatisfy(\.isWhitespace) {
      messages.append("\(key) is empty")
    }
    if rule.examples.count < 2 { messages.append("fewer than 2 examples") }
    if rule.counterexamples.isEmpty { messages.append("no counterexample") }
    return messages
  }
}
