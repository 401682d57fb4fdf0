internal import Findings
internal import Patterns

/// Takes the report's own secrets out of what the input names: jobs, steps, keys, authors, and the
/// reasons of weaknesses, which quote such names.
///
/// A log names a step after the command that it runs, and a command may hold a password; reports
/// print the name.
struct PlaceRedaction {
  /// A value as it is or in Base64, and what is shown instead.
  private let forms: [(bytes: [UInt8], shown: [UInt8])]
  private let filter: KeywordFilter
  private var known: [String: String] = [:]
  private var hits: [KeywordHit] = []

  /// A redaction of the values of some findings; those of fewer than four bytes are words.
  ///
  /// - Parameters:
  ///   - struck: what was struck out, whose places are to be redacted, too.
  ///   - masked: names that were masked, with theirs.
  init(
    _ findings: [Finding], struck: [StruckCandidate] = [], masked: [MaskedName] = []
  ) {
    // A name holds no value that is longer than it: in most reports there is nothing to look for.
    let longest = max(
      findings.lazy.map(Self.longestName).max() ?? 0,
      struck.lazy.map { Self.longestName($0.location) }.max() ?? 0,
      masked.lazy.map(Self.longestName).max() ?? 0)
    var values: Set<Secret> = []
    for finding in findings where finding.isSecret {
      values.insert(finding.secret)
      for member in finding.members { values.insert(member.secret) }
    }
    var forms: [(bytes: [UInt8], shown: [UInt8])] = []
    for value in values where value.count >= 4 && value.count <= longest {
      let shown = Array(value.redacted.utf8)
      value.reveal { bytes in
        forms.append((bytes, shown))
        for form in Self.base64(bytes) where form.count <= longest { forms.append((form, shown)) }
      }
    }
    // Longer ones first: a value may stand inside another one.
    self.forms = forms.sorted { left, right in
      left.bytes.count != right.bytes.count
        ? left.bytes.count > right.bytes.count
        : left.bytes.lexicographicallyPrecedes(right.bytes)
    }
    filter = KeywordFilter(self.forms.compactMap { Keyword($0.bytes) })
  }

  /// A value in base64, and the digits that it alone decides, wherever in a text it begins.
  private static func base64(_ value: [UInt8]) -> [[UInt8]] {
    let parts = (0..<3).map { lead in
      let padded = [UInt8](repeating: 0, count: lead) + value
      return Array(Base64.encode(padded)[(lead * 8 + 5) / 6..<padded.count * 8 / 6])
    }
    // Fewer are in a name by chance.
    return [Base64.encode(value)] + parts.filter { $0.count >= 5 }
  }

  private static func longestName(_ finding: Finding) -> Int {
    let places = ([finding.location] + finding.alsoAt).lazy.map(longestName).max() ?? 0
    let members = finding.members.lazy.map(longestName).max() ?? 0
    let texts = [finding.evidence.name, finding.age?.firstAuthor, finding.age?.lastAuthor]
    let reasons = finding.isSecret ? [] : finding.evidence.reasons
    return max(places, members, (texts + reasons).lazy.map { $0?.utf8.count ?? 0 }.max() ?? 0)
  }

  private static func longestName(_ masked: MaskedName) -> Int {
    let texts = [masked.name] + masked.steps
    return max(longestName(masked.location), texts.lazy.map(\.utf8.count).max() ?? 0)
  }

  private static func longestName(_ location: Location) -> Int {
    let place = location.place
    if place.isEmpty { return 0 }
    return [place.job, place.step, place.keyPath].lazy.map { $0?.utf8.count ?? 0 }.max() ?? 0
  }

  /// Redacts the places of a finding, of its members, and of where else it stands.
  mutating func apply(to finding: inout Finding) {
    for index in finding.members.indices { apply(to: &finding.members[index]) }
    finding.location = redacted(finding.location)
    finding.alsoAt = finding.alsoAt.map { redacted($0) }
    finding.evidence.name = finding.evidence.name.map { redacted($0) }
    if var age = finding.age, age.firstAuthor != nil || age.lastAuthor != nil {
      age.firstAuthor = age.firstAuthor.map { redacted($0) }
      age.lastAuthor = age.lastAuthor.map { redacted($0) }
      finding.age = age
    }
    // Those of secrets are ours, and name nothing of the input.
    guard !finding.isSecret else { return }
    finding.evidence.reasons = finding.evidence.reasons.map { redacted($0) }
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
