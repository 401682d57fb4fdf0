internal import Findings
internal import Inputs

/// Says of findings in the logs of Jenkins' builds which step printed them, and when.
struct JenkinsStage {
  let plan: InputPlan

  /// The longest file that is read beside a log, in bytes.
  private static let longest = 16 << 20

  /// Fills in job, step and time. Files are read for logs with findings only, archives once.
  func apply(to findings: inout [Finding]) {
    var logs: Set<Origin> = []
    var last: Origin?
    for finding in findings { gather(finding, &logs, &last) }
    let builds = builds(of: logs)
    if builds.isEmpty { return }
    for index in findings.indices { apply(to: &findings[index], builds) }
  }

  private func gather(_ finding: Finding, _ logs: inout Set<Origin>, _ last: inout Origin?) {
    gather(finding.location.origin, &logs, &last)
    for location in finding.alsoAt { gather(location.origin, &logs, &last) }
    for member in finding.members { gather(member, &logs, &last) }
  }

  /// - Parameter last: the document that was asked about last: findings come file by file.
  private func gather(_ origin: Origin, _ logs: inout Set<Origin>, _ last: inout Origin?) {
    if origin == last { return }
    last = origin
    if name(of: origin) != nil { logs.insert(origin) }
  }

  /// The name of the build that a document is the log of.
  private func name(of origin: Origin) -> String? {
    guard origin.source == .file else { return nil }
    return (origin.members.last ?? plan.location(of: origin)).flatMap(JenkinsBuild.name(ofLog:))
  }

  private func builds(of logs: Set<Origin>) -> [Origin: JenkinsBuild] {
    var builds: [Origin: JenkinsBuild] = [:]
    let archives = Dictionary(grouping: logs) {
      Origin(source: $0.source, root: $0.root, path: $0.path)
    }
    for (archive, logs) in archives {
      let members = Set(logs.map(\.members).filter { !$0.isEmpty })
      let packed =
        members.isEmpty ? [:] : plan.companions(of: members, in: archive, limit: Self.longest)
      for log in logs {
        guard let name = name(of: log) else { continue }
        builds[log] = JenkinsBuild(name) { file in
          guard let member = log.members.last else {
            return plan.companion(file, of: log, limit: Self.longest)
          }
          return packed[log.members.dropLast() + [member.parent.appending(Path(file))]]
        }
      }
    }
    return builds
  }

  private func apply(to finding: inout Finding, _ builds: [Origin: JenkinsBuild]) {
    finding.location = placed(finding.location, builds)
    for index in finding.alsoAt.indices {
      finding.alsoAt[index] = placed(finding.alsoAt[index], builds)
    }
    for index in finding.members.indices { apply(to: &finding.members[index], builds) }
  }

  private func placed(_ location: Location, _ builds: [Origin: JenkinsBuild]) -> Location {
    guard let build = builds[location.origin] else { return location }
    return Location(
      origin: location.origin, region: location.region,
      place: build.place(location.place, location.region), lineHash: location.lineHash)
  }
}
