internal import Findings

/// What the findings of one repository ask its history.
struct AgeQuestions {
  /// A named value of a pipeline file, whose rotations are asked for.
  struct Key: Hashable {
    let path: Path
    /// The key path, with the name where several share it.
    let name: String
    /// The value, by its place in ``AgeQuestions/values``.
    let value: Int
  }

  /// The values, each once, in the order of the findings.
  private(set) var values: [Secret] = []
  /// For each value the blobs that are known to hold it.
  private(set) var blobs: [Set<ObjectID>] = []
  /// For each value the files that hold it in a way that a search of raw bytes does not see.
  private(set) var files: [Set<Path>] = []
  /// The named values, each once.
  private(set) var keys: [Key] = []
  private var places: [Secret: Int] = [:]
  private var asked: Set<Key> = []

  /// The questions of findings and their members.
  init(_ findings: [Finding], root: Int) {
    for finding in findings {
      for member in finding.members { add(member, root) }
      add(finding, root)
    }
  }

  private mutating func add(_ finding: Finding, _ root: Int) {
    let origin = finding.location.origin
    guard finding.isSecret, origin.root == root else { return }
    let value = places[finding.secret] ?? values.count
    if value == values.count {
      places[finding.secret] = value
      values.append(finding.secret)
      blobs.append([])
      files.append([])
    }
    if origin.source == .history, let blob = origin.blob { blobs[value].insert(blob) }
    if !ValueSearchability.isSearchable(finding) { files[value].insert(origin.path) }
    if let key = key(of: finding), asked.insert(key).inserted { keys.append(key) }
  }

  /// The value of a finding.
  func value(of finding: Finding) -> Int? { places[finding.secret] }

  /// The named value of a finding; `nil` if it has no key path.
  func key(of finding: Finding) -> Key? {
    guard let keyPath = finding.location.place.keyPath, let value = value(of: finding),
      finding.location.origin.members.isEmpty
    else { return nil }
    return Key(
      path: finding.location.origin.path,
      name: Histories.key(keyPath, name: finding.evidence.name), value: value)
  }
}
