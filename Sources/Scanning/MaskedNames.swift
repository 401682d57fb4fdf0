internal import Findings
internal import Logs

/// The names whose values a CI system masked, by job: what proves that a secret reached the job, and
/// tells where the mask missed a value of the same name.
struct MaskedNames {
  /// One name in one job.
  private struct Key: Hashable {
    let root: Int
    let archive: [Path]
    /// The job; a log that names none is a job of its own.
    let job: String
    let name: String

    init(_ origin: Origin, _ place: Place, _ name: String) {
      root = origin.root
      archive = [origin.path] + origin.members.dropLast()
      job = place.job ?? String(decoding: origin.members.last?.bytes ?? [], as: UTF8.self)
      self.name = name
    }
  }

  private struct Entry {
    var location: Location
    /// The first ones of all, in their order: which thread met them first does not matter.
    var steps: Set<String> = []
    /// How often it stands in a job's file, and in the files of its steps, which repeat that one.
    var inJob = 0
    var inSteps = 0
  }

  /// Whether places are kept, or only whether a name was masked: a scan of 10,000 archives holds a
  /// few bytes for each.
  let keepsPlaces: Bool
  private var seen: Set<Int> = []
  /// Whether names were left out, because there were too many.
  private(set) var isFull = false
  private var entries: [Key: Entry] = [:]

  /// The most names that are kept.
  private static let most = 1_000_000

  init(keepsPlaces: Bool) { self.keepsPlaces = keepsPlaces }

  /// Takes note of the masked variables of a log.
  ///
  /// - Parameter region: where a range of the subject's text stands.
  mutating func add(
    _ assignments: [Assignment], of origin: Origin, region: (Range<Int>) -> Region
  ) {
    for assignment in assignments where assignment.kind == .masked {
      let key = Key(origin, assignment.place, assignment.name)
      guard seen.count < Self.most || seen.contains(key.hashValue) else {
        isFull = true
        continue
      }
      seen.insert(key.hashValue)
      guard keepsPlaces else { continue }
      add(
        key,
        Location(origin: origin, region: region(assignment.range), place: assignment.place))
    }
  }

  private mutating func add(_ key: Key, _ location: Location) {
    var entry = entries[key] ?? Entry(location: location)
    if Identity.precedes(location, entry.location) { entry.location = location }
    if let step = location.place.step { Self.keep([step], in: &entry.steps) }
    if case .jobFile? = location.origin.members.last.map(LogArchiveMember.parse) {
      entry.inJob += 1
    } else {
      entry.inSteps += 1
    }
    entries[key] = entry
  }

  /// Takes over what another thread noted.
  mutating func merge(_ other: MaskedNames) {
    seen.formUnion(other.seen)
    isFull = isFull || other.isFull
    entries.merge(other.entries) { one, two in
      var both = Identity.precedes(one.location, two.location) ? one : two
      both.steps = one.steps
      Self.keep(two.steps, in: &both.steps)
      both.inJob = one.inJob + two.inJob
      both.inSteps = one.inSteps + two.inSteps
      return both
    }
  }

  private static func keep(_ steps: Set<String>, in kept: inout Set<String>) {
    kept.formUnion(steps)
    while kept.count > MaskedName.longestList, let last = kept.max() { kept.remove(last) }
  }

  /// What was noted, by job and name.
  var all: [MaskedName] {
    let names = entries.map { key, entry in
      (
        key: key,
        name: MaskedName(
          name: key.name, location: entry.location,
          steps: Array(entry.steps.sorted().prefix(MaskedName.longestList)),
          places: entry.inSteps > 0 ? entry.inSteps : entry.inJob)
      )
    }
    return names.sorted { left, right in
      let (one, other) = (left.key, right.key)
      if one.root != other.root { return one.root < other.root }
      if one.archive != other.archive {
        return one.archive.lexicographicallyPrecedes(other.archive)
      }
      return (one.job, one.name) < (other.job, other.name)
    }.map(\.name)
  }

  /// Says of a finding, and of its members, that the same name is masked in the same job: the mask
  /// does not cover this value.
  func explainGaps(in finding: inout Finding) {
    guard !seen.isEmpty else { return }
    for index in finding.members.indices { explainGaps(in: &finding.members[index]) }
    guard let name = finding.evidence.name, Self.isVariable(name) else { return }
    let key = Key(finding.location.origin, finding.location.place, name)
    guard seen.contains(key.hashValue) else { return }
    finding.evidence.reasons.append(
      "the CI system masks a value of the same name in this job's log, and missed this one")
  }

  /// `password` may be anyone's; `DB_PASSWORD` is one.
  private static func isVariable(_ name: String) -> Bool {
    name.utf8.count >= 5 && name.utf8.contains(UInt8(ascii: "_"))
  }
}
