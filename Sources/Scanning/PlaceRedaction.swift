internal import Findings
internal import Patterns

/// Takes the report's own secrets out of the names of places.
///
/// Jobs, steps and keys are named by the input. A log names a step after the command that it runs,
/// and a command may hold a password; reports print the name.
struct PlaceRedaction {
  /// A value as it is or in Base64, and what is shown instead.
  private let forms: [(bytes: [UInt8], shown: [UInt8])]
  private let filter: KeywordFilter
  private var known: [String: String] = [:]
  private var hits: [KeywordHit] = []

  /// A redaction of the values of some findings; those of fewer than four bytes are words.
  init(_ findings: [Finding]) {
    var values: Set<Secret> = []
    for finding in findings {
      values.insert(finding.secret)
      for member in finding.members { values.insert(member.secret) }
    }
    var forms: [(bytes: [UInt8], shown: [UInt8])] = []
    for value in values where value.count >= 4 {
      let shown = Array(value.redacted.utf8)
      value.reveal { forms += [($0, shown), (Base64.encode($0), shown)] }
    }
    // Longer ones first: a value may stand inside another one.
    self.forms = forms.sorted { left, right in
      left.bytes.count != right.bytes.count
        ? left.bytes.count > right.bytes.count
        : left.bytes.lexicographicallyPrecedes(right.bytes)
    }
    filter = KeywordFilter(self.forms.compactMap { Keyword($0.bytes) })
  }

  /// Redacts the places of a finding, of its members, and of where else it stands.
  mutating func apply(to finding: inout Finding) {
    for index in finding.members.indices { apply(to: &finding.members[index]) }
    finding.location = redacted(finding.location)
    finding.alsoAt = finding.alsoAt.map { redacted($0) }
    finding.evidence.name = finding.evidence.name.map { redacted($0) }
  }

  /// A struck candidate with its place redacted.
  mutating func redacted(_ struck: StruckCandidate) -> StruckCandidate {
    StruckCandidate(
      ruleID: struck.ruleID, strike: struck.strike, detail: struck.detail,
      location: redacted(struck.location))
  }

  /// A masked name with its place and its steps redacted.
  mutating func redacted(_ masked: MaskedName) -> MaskedName {
    MaskedName(
      name: redacted(masked.name), location: redacted(masked.location),
      steps: masked.steps.map { redacted($0) }, places: masked.places)
  }

  private mutating func redacted(_ location: Location) -> Location {
    if location.place.isEmpty { return location }
    var place = location.place
    place.job = place.job.map { redacted($0) }
    place.step = place.step.map { redacted($0) }
    place.keyPath = place.keyPath.map { redacted($0) }
    return Location(
      origin: location.origin, region: location.region, place: place, lineHash: location.lineHash)
  }

  private mutating func redacted(_ name: String) -> String {
    if let text = known[name] { return text }
    var text = Array(name.utf8)
    filter.findHits(in: text.span, range: 0..<text.count, into: &hits)
    for index in Set(hits.map(\.keyword)).sorted() {
      text = text.replacing(forms[index].bytes, with: forms[index].shown)
    }
    let result = String(decoding: text, as: UTF8.self)
    known[name] = result
    return result
  }
}
