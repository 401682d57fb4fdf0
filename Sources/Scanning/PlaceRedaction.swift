internal import Findings
internal import Patterns

/// Takes the report's own secrets out of what the input names: jobs, steps, keys, authors, files, and
/// the reasons of weaknesses, which quote such names.
///
/// A log names a step after the command that it runs, and a command may hold a password; reports
/// print the name.
struct PlaceRedaction {
  private var names: ValueRedactor
  /// Only of what is a secret for sure: a password such as `production` is a folder's name, too, and a
  /// file must be found by its path.
  private var paths: ValueRedactor

  private static let leastInPath = 16

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
    let longestPath =
      findings.lazy.map { $0.isSecret ? $0.location.origin.fullPath.bytes.count : 0 }.max() ?? 0
    var values: Set<Secret> = []
    var certain: Set<Secret> = []
    func add(_ finding: Finding) {
      let length = finding.secret.count
      if length >= 4, length <= ValueRedactor.longestValue(inNames: longest) {
        values.insert(finding.secret)
      }
      if finding.confidence == .high, length >= Self.leastInPath, length <= longestPath {
        certain.insert(finding.secret)
      }
    }
    for finding in findings where finding.isSecret {
      add(finding)
      for member in finding.members { add(member) }
    }
    names = ValueRedactor(namesWith: values, upTo: longest)
    paths = ValueRedactor(pathsWith: certain, upTo: longestPath)
  }

  private static func longestName(_ finding: Finding) -> Int {
    var longest = max(longestName(finding.location), finding.evidence.name?.utf8.count ?? 0)
    for place in finding.alsoAt { longest = max(longest, longestName(place)) }
    for member in finding.members { longest = max(longest, longestName(member)) }
    if let age = finding.age {
      longest = max(longest, age.firstAuthor?.utf8.count ?? 0, age.lastAuthor?.utf8.count ?? 0)
    }
    if !finding.isSecret {
      for reason in finding.evidence.reasons { longest = max(longest, reason.utf8.count) }
    }
    return longest
  }

  private static func longestName(_ masked: MaskedName) -> Int {
    let texts = [masked.name] + masked.steps
    return max(longestName(masked.location), texts.lazy.map(\.utf8.count).max() ?? 0)
  }

  private static func longestName(_ location: Location) -> Int {
    let place = location.place
    return max(
      place.job?.utf8.count ?? 0, place.step?.utf8.count ?? 0, place.keyPath?.utf8.count ?? 0)
  }

  /// Redacts the places of a finding, of its members, and of where else it stands.
  mutating func apply(to finding: inout Finding) {
    if names.isEmpty, paths.isEmpty { return }
    for index in finding.members.indices { apply(to: &finding.members[index]) }
    finding.location = redacted(finding.location)
    finding.alsoAt = finding.alsoAt.map { redacted($0) }
    finding.evidence.name = finding.evidence.name.map { names.redacted($0) }
    if var age = finding.age, age.firstAuthor != nil || age.lastAuthor != nil {
      age.firstAuthor = age.firstAuthor.map { names.redacted($0) }
      age.lastAuthor = age.lastAuthor.map { names.redacted($0) }
      finding.age = age
    }
    // Those of secrets are ours, and name nothing of the input.
    guard !finding.isSecret else { return }
    finding.evidence.reasons = finding.evidence.reasons.map { names.redacted($0) }
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
      name: names.redacted(masked.name), location: redacted(masked.location),
      steps: masked.steps.map { names.redacted($0) }, places: masked.places)
  }

  /// Where a document lies, without the secrets in the names of files.
  mutating func redacted(_ origin: Origin) -> Origin {
    let path = Path(bytes: paths.redacted(origin.path.bytes))
    let members = origin.members.map { Path(bytes: paths.redacted($0.bytes)) }
    if path == origin.path, members == origin.members { return origin }
    return Origin(
      source: origin.source, root: origin.root, path: path, members: members, blob: origin.blob,
      isPast: origin.isPast)
  }

  /// A notification without the secrets in the names of files.
  mutating func redacted(_ notification: Notification) -> Notification {
    Notification(
      severity: notification.severity, code: notification.code,
      message: paths.redacted(notification.message),
      origin: notification.origin.map { redacted($0) }, isIncomplete: notification.isIncomplete)
  }

  private mutating func redacted(_ location: Location) -> Location {
    var place = location.place
    place.job = place.job.map { names.redacted($0) }
    place.step = place.step.map { names.redacted($0) }
    place.keyPath = place.keyPath.map { names.redacted($0) }
    return Location(
      origin: redacted(location.origin), region: location.region, place: place,
      lineHash: location.lineHash)
  }
}
