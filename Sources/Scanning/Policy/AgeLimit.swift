internal import Detection
internal import Findings

/// How long a value of a class may be exposed: `90d`, `static=30d`, `password=90d`.
public struct AgeLimit: Sendable, Hashable, CustomStringConvertible {
  /// The class: `static` or `ephemeral` by the rule's lifetime, a word of rule ids (`password`), a
  /// glob over rule ids (`aws-*`); `nil` for everything.
  public let subject: String?
  /// The limit in days.
  public let days: Int

  /// A limit.
  public init(subject: String?, days: Int) {
    self.subject = subject
    self.days = days
  }

  /// Reads `90d`, `12w`, `1y` (365 days), with `CLASS=` before it.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number = parts.last, let days = Self.days(number) else { return nil }
    if parts.count == 1 {
      self.init(subject: nil, days: days)
    } else {
      let subject = String(parts[0])
      let isClass = subject.utf8.allSatisfy {
        $0 == 0x2D || $0 == 0x2A || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      }
      guard isClass, !subject.isEmpty else { return nil }
      self.init(subject: subject, days: days)
    }
  }

  /// The days of `90d`, `12w` or `1y`.
  public static func days(_ text: some StringProtocol) -> Int? {
    let units: [Character: Int] = ["d": 1, "w": 7, "y": 365]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()),
      (0...100_000).contains(number), text.first?.isNumber == true
    else { return nil }
    return number * unit
  }

  /// `max-age static=30d`.
  public var description: String { "max-age \(subject.map { "\($0)=" } ?? "")\(days)d" }

  /// How closely the limit describes a rule; `nil` if it is not meant. The closest limit counts.
  func closeness(to rule: RuleDescriptor) -> Int? {
    guard let subject else { return 0 }
    switch (subject, rule.lifetime) {
    case ("static", .static), ("ephemeral", .ephemeral): return 1
    case ("static", _), ("ephemeral", _): return nil
    default: break
    }
    if subject == rule.id { return 3 }
    let isMeant =
      subject.contains("*")
      ? Glob(subject).matches(Array(rule.id.utf8))
      : rule.id.split(separator: "-").contains { $0 == subject }
    return isMeant ? 2 : nil
  }
}
