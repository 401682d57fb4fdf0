import Findings

/// The message of a result. Its first sentence, often the only one that is shown, holds what was
/// found and for how long; the further places are linked from it, or GitHub would not show them.
struct SARIFMessage {
  private let finding: Finding
  private let asOf: Timestamp

  init(_ finding: Finding, asOf: Timestamp) {
    self.finding = finding
    self.asOf = asOf
  }

  /// The text; the further places have the ids from 1 on, environment members after them.
  func text(alsoAt: [String], members: [String], others: [String] = []) -> String {
    guard finding.isSecret else {
      let seen = finding.evidence.reasons.map { Self.escaped(Visible.text($0)) }
      return Self.escaped(Visible.text(finding.rule.name)) + ": " + seen.joined(separator: "; ")
        + "."
    }
    var text = first
    if let age = finding.age {
      if let removed = age.removed {
        text += " Removed on \(removed.committerDate.day) but still in the history."
      }
      if let introduced = age.introduced {
        text += " Introduced in commit \(introduced.id.short)."
      }
    }
    if let lifetime = finding.lifetime {
      text += " "
      text += LifetimeWords.sentence(lifetime, asOf: asOf)
    }
    if !alsoAt.isEmpty {
      text += " Also at " + links(alsoAt, from: 1, of: finding.alsoAt.count) + "."
    }
    if !members.isEmpty {
      let links = links(members, from: 1 + alsoAt.count, of: finding.members.count)
      text += " In clear: \(links)."
    }
    if !others.isEmpty {
      let start = 1 + alsoAt.count + members.count
      text += " The same value: \(links(others, from: start, of: others.count))."
    }
    return text
  }

  /// Such as "Database password (DB_PASSWORD) hardcoded for 2,119 days (since 2021-02-03), never
  /// rotated."
  private var first: String {
    var text = Self.escaped(Visible.text(finding.rule.name))
    if let name = finding.dumpWords ?? finding.evidence.name.map({ PlaceWords.clipped($0, 60) }) {
      text += " ("
      text += Self.escaped(name)
      text += ")"
    }
    text += exposure
    text += rotation
    text += "."
    return text
  }

  private var exposure: String {
    let verb = finding.isInLog ? " printed in a log" : " hardcoded"
    guard let age = finding.age else { return verb }
    switch (age.basis, age.since) {
    case (.uncommitted, _): return verb + ", not committed yet"
    case (.unreachable, _): return verb + " in unreachable history, age unknown"
    case (_, nil): return verb + ", age unknown"
    case (_, let since?) where since > asOf: return verb + ", dated in the future (\(since.day))"
    case (.logLine, let since?): return verb + " \(days(since, age)) ago (on \(since.day))"
    case (_, let since?):
      return verb + " for \(days(since, age)) (since \(since.day)"
        + (age.isLowerBound ? " or earlier, history truncated)" : ")")
    }
  }

  private func days(_ since: Timestamp, _ age: Age) -> String {
    let days = asOf.days(since: since)
    return (age.isLowerBound ? "at least " : "")
      + (days == 0 ? "less than a day" : Numbers.count(days, "day"))
  }

  private var rotation: String {
    guard let rotation = finding.rotation else { return "" }
    if rotation.count > 0 { return ", last rotated on \(rotation.last.authorDate.day)" }
    return finding.age?.isLowerBound == true ? ", no rotation seen" : ", never rotated"
  }

  private func links(_ texts: [String], from first: Int, of total: Int) -> String {
    var links = texts.enumerated().map { "[\(Self.escaped($1))](\(first + $0))" }
    if total > texts.count { links.append("and \(Numbers.grouped(total - texts.count)) more") }
    return links.joined(separator: ", ")
  }

  /// Text without the characters that begin links and placeholders in a message (§3.11.5, §3.11.6).
  static func escaped(_ text: String) -> String {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      var special = 0
      for index in 0..<utf8.count {
        let byte = unsafe utf8[index]
        special += byte &- 0x5B < 3 || byte == 0x7B || byte == 0x7D ? 1 : 0
      }
      return special == 0
    }
    return isPlain
      ? text
      : text.reduce(into: "") { escaped, character in
        switch character {
        case "[", "]", "\\": escaped += "\\\(character)"
        case "{", "}": escaped += "\(character)\(character)"
        default: escaped.append(character)
        }
      }
  }
}
