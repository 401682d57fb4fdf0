internal import Aging
internal import Findings
internal import Pipelines

/// Keeps of the encrypted values of a file those that nobody has encrypted anew for a year, as one
/// finding. Whoever had the key then can still read them.
struct CiphertextStage {
  let histories: Histories
  let scope: AgeScope
  let asOf: Timestamp

  /// In days.
  private static let longest = 365

  /// Drops what is not old, or whose age is not known. The histories of single files are read, as for
  /// rotations.
  func apply(to findings: inout [Finding]) {
    let ids = findings.indices.filter {
      findings[$0].rule.id == PipelineReader.oldCiphertextRuleID
    }
    guard !ids.isEmpty else { return }
    var old: [Place: [Finding]] = [:]
    if scope != .none {
      let roots = Set(ids.map { findings[$0].location.origin.root })
      for root in roots {
        guard let history = histories.history(of: root),
          let rotations = histories.rotations(of: root, in: history, .encrypted)
        else { continue }
        for index in ids where findings[index].location.origin.root == root {
          guard let finding = dated(findings[index], rotations) else { continue }
          old[Place(finding), default: []].append(finding)
        }
      }
    }
    let gone = Set(ids)
    findings = findings.indices.filter { !gone.contains($0) }.map { findings[$0] }
    findings += old.values.compactMap(joined)
  }

  private struct Place: Hashable {
    let root: Int
    let path: Path

    init(_ finding: Finding) {
      root = finding.location.origin.root
      path = finding.location.origin.path
    }
  }

  /// The finding with its rotation, if it is old.
  private func dated(_ finding: Finding, _ rotations: Rotations) -> Finding? {
    let origin = finding.location.origin
    guard origin.source != .history, origin.members.isEmpty,
      let keyPath = finding.location.place.keyPath
    else { return nil }
    let present = finding.secret.reveal { $0.filter { $0 > 0x20 } }
    // The file's own indentation is no part of the value.
    let rotation = rotations.rotation(of: keyPath, in: origin.path) {
      $0.filter { $0 > 0x20 } == present
    }
    guard let rotation, asOf.days(since: rotation.last.authorDate) > Self.longest else {
      return nil
    }
    var dated = finding
    dated.rotation = rotation
    return dated
  }

  /// One finding for a file: its oldest value, the first of several.
  private func joined(_ findings: [Finding]) -> Finding? {
    let oldest = findings.min { one, other in
      let (left, right) = (date(one), date(other))
      return left == right
        ? Identity.precedes(one.location, other.location) : left < right
    }
    guard var finding = oldest, let since = finding.rotation?.last.authorDate else { return nil }
    let count = findings.count
    finding.evidence.reasons = [
      "\(count) encrypted \(count == 1 ? "value has" : "values have") not been encrypted anew for a year"
        + ", this one not since \(since.day) (\(asOf.days(since: since)) days)"
    ]
    return finding
  }

  private func date(_ finding: Finding) -> Timestamp {
    finding.rotation?.last.authorDate ?? asOf
  }
}
