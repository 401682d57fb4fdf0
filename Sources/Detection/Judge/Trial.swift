internal import Findings
internal import Rules

/// A candidate before the judge: what is known about it, and what the checks make of it.
struct Trial {
  /// How much a rule's own shape says.
  enum Strength: Sendable, Hashable {
    /// The value has a provider's shape: only strong signs speak against it.
    case provider
    /// The value has the shape of a family, such as a URL with a password in it.
    case family
    /// Only a name speaks for the value.
    case name
  }

  private(set) var rule: Rule
  /// Which candidate wins where several have the same bytes: the rule's specificity, unless more is
  /// known.
  var rank: Int
  let strength: Strength
  /// The value; a check may narrow it to its literal part.
  private(set) var value: [UInt8]
  /// Where it stands in the text.
  private(set) var range: Range<Int>
  let name: String?
  let meaning: NameMeaning?
  let notation: Notation?
  /// What a parser said that the value is.
  let kind: Assignment.Kind
  let fileKind: FileKind
  let place: Place?

  var severity: Severity
  var confidence: Confidence
  private(set) var reasons: [String] = []
  /// Why it is no longer allowed, if it was.
  var endedAllowance: String?

  init(
    rule: Rule, value: [UInt8], range: Range<Int>, name: String? = nil,
    meaning: NameMeaning? = nil, notation: Notation? = nil, kind: Assignment.Kind = .literal,
    fileKind: FileKind, place: Place? = nil
  ) {
    self.rule = rule
    rank = rule.specificity
    strength =
      rule.detector == .assignment ? .name : rule.specificity >= 100 ? .provider : .family
    self.value = value
    self.range = range
    self.name = name
    self.meaning = meaning
    self.notation = notation
    self.kind = kind
    self.fileKind = fileKind
    self.place = place
    severity = rule.descriptor.severity
    confidence = rule.descriptor.confidence
  }

  /// A trial of a value that the text scan read beside a name.
  init(
    rule: Rule, _ assignment: ScannedAssignment, name: String, kind: Assignment.Kind,
    fileKind: FileKind
  ) {
    self.init(
      rule: rule, value: assignment.value, range: assignment.range, name: name,
      meaning: assignment.meaning, notation: assignment.notation, kind: kind, fileKind: fileKind)
  }

  /// Adds a sentence, without the secret, on what was seen.
  mutating func note(_ reason: String) {
    if !reasons.contains(reason) { reasons.append(reason) }
  }

  /// Lowers the confidence, and says why.
  mutating func doubt(_ reason: String) {
    if confidence > .low { confidence = confidence == .high ? .medium : .low }
    note(reason)
  }

  /// Raises the confidence, and says why.
  mutating func trust(_ reason: String) {
    confidence = .high
    note(reason)
  }

  /// Goes on as a finding of a provider's rule, because a word of the provider stands in the name or
  /// around it.
  mutating func attribute(to rule: Rule, because reason: String) {
    self.rule = rule
    rank = rule.specificity
    severity = min(severity, rule.descriptor.severity)
    confidence = min(confidence, .medium)
    note(reason)
  }

  /// Goes on with a part of the value, which stands at these offsets of it if it was not escaped.
  mutating func narrow(to part: [UInt8], at offset: Int) {
    if range.count == value.count, offset + part.count <= range.count {
      let start = range.lowerBound + offset
      range = start..<start + part.count
    }
    value = part
  }
}
