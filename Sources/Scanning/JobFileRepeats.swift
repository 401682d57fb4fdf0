internal import Findings
internal import Logs

/// Drops what the log of a job repeats of the logs of its steps in the same archive.
enum JobFileRepeats {
  /// What makes two findings of a job file and a step file the same.
  private struct Repeated: Hashable {
    let root: Int
    let archive: [Path]
    let values: [Secret]

    init(_ finding: Finding) {
      let origin = finding.location.origin
      root = origin.root
      archive = [origin.path] + origin.members.dropLast()
      values = finding.members.isEmpty ? [finding.secret] : finding.members.map(\.secret)
    }
  }

  /// Drops the repeats among all findings of a scan: members of one archive may have been scanned by
  /// several threads.
  static func drop(from findings: inout [Finding]) {
    let packed = findings.indices.filter { !findings[$0].location.origin.members.isEmpty }
    guard !packed.isEmpty else { return }
    let members = packed.map { index in
      let finding = findings[index]
      let member = finding.location.origin.members.last.map(LogArchiveMember.parse) ?? .other
      return (member: member, value: Repeated(finding))
    }
    let repeats = Set(LogArchiveMember.repeats(among: members).map { packed[$0] })
    guard !repeats.isEmpty else { return }
    findings = findings.indices.filter { !repeats.contains($0) }.map { findings[$0] }
  }
}
