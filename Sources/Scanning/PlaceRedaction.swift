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
  ///
  /// - Parameter struck: what was struck out, whose places are to be redacted, too.
  init(_ findings: [Finding], struck: [StruckCandidate] = []) {
    // A name holds no value that is longer than it: in most reports there is nothing to look for.
    let longest = max(
      findings.lazy.map(Self.longestName).max() ?? 0,
      struck.lazy.map { Self.longestName($0.location) }.max() ?? 0)
    var values: Set<Secret> = []
    for finding in findings {
      values.insert(finding.secret)
      for member in finding.members { values.insert(member.secret) }
    }
    var forms: [(bytes: [UInt8], shown: [UInt8])] = []
    for value in values where value.count >= 4 && value.count <= longest {
      let shown = Array(value.redacted.utf8)
      value.reveal { bytes in
        if bytes.count <= longest { forms.append((bytes, shown)) }
        if (4 * bytes.count + 2) / 3 <= longest { forms.append((Base64.encode(bytes), shown)) }
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

  private static func longestName(_ finding: Finding) -> Int {
    let places = ([finding.location] + finding.alsoAt).lazy.map(longestName).max() ?? 0
    let members = finding.members.lazy.map(longestName).max() ?? 0
    return max(places, members, finding.evidence.name?.utf8.count ?? 0)
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
  }

  /// A struck candidate with its place redacted.
  mutating func redacted(_ struck: StruckCandidate) -> StruckCandidate {
    StruckCandidate(
      ruleID: struck.ruleID, strike: struck.strike, detail: struck.detail,
      location: redacted(struck.location))
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
