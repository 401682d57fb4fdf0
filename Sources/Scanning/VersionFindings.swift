internal import Findings

/// The findings of a history, where one value stands in thousands of versions of a file: what is the
/// same in all of them is kept once, and of each version only which one it is and where in it.
struct VersionFindings {
  /// All of a finding but the version.
  private struct Key: Hashable {
    let root: Int
    let path: Path
    let rule: String
    let values: [Secret]
    let severity: Severity
    let confidence: Confidence
    let evidence: Evidence
    let place: Place

    init(_ finding: Finding) {
      root = finding.location.origin.root
      path = finding.location.origin.path
      rule = finding.rule.id
      values = [finding.secret]
      severity = finding.severity
      confidence = finding.confidence
      evidence = finding.evidence
      place = finding.location.place
    }
  }

  private struct Version {
    let blob: ObjectID?
    let region: Region
  }

  private var index: [Key: Int] = [:]
  private var kinds: [(sample: Finding, versions: [Version])] = []
  /// Printed environments, which are of several values.
  private var dumps: [Finding] = []

  /// Adds a finding of a blob.
  mutating func add(_ finding: Finding) {
    guard finding.members.isEmpty else {
      dumps.append(finding)
      return
    }
    let version = Version(blob: finding.location.origin.blob, region: finding.location.region)
    let key = Key(finding)
    if let known = index[key] {
      kinds[known].versions.append(version)
    } else {
      index[key] = kinds.count
      kinds.append((finding, [version]))
    }
  }

  /// The finding of each kind whose version stands best for it. What is left out would not be seen
  /// in a report: ``Grouping/group(_:standing:)`` keeps one place for each path.
  func best(standing: (Location) -> (Int, Int)) -> [Finding] {
    kinds.map { kind in
      var best = kind.sample
      var rank = standing(best.location)
      for version in kind.versions.dropFirst() {
        let location = kind.sample.location.of(version.blob, version.region)
        let other = standing(location)
        if other > rank || other == rank && Identity.precedes(location, best.location) {
          best.location = location
          rank = other
        }
      }
      return best
    } + dumps
  }
}

extension Location {
  /// The same place in another version of the file.
  fileprivate func of(_ blob: ObjectID?, _ region: Region) -> Location {
    Location(
      origin: Origin(
        source: origin.source, root: origin.root, path: origin.path, members: origin.members,
        blob: blob, isPast: origin.isPast),
      region: region, place: place, lineHash: lineHash)
  }
}
