internal import Findings
internal import Inputs

/// Says of findings in the logs of Jenkins' builds which step printed them, and when.
struct JenkinsStage {
  let plan: InputPlan

  /// The longest file that is read beside a log, in bytes.
  private static let longest = 16 << 20

  /// Fills in job, step and time. Files are read for logs with findings only.
  func apply(to findings: inout [Finding]) {
    var builds: [Origin: JenkinsBuild] = [:]
    for index in findings.indices { apply(to: &findings[index], &builds) }
  }

  private func apply(to finding: inout Finding, _ builds: inout [Origin: JenkinsBuild]) {
    finding.location = placed(finding.location, &builds)
    for index in finding.alsoAt.indices {
      finding.alsoAt[index] = placed(finding.alsoAt[index], &builds)
    }
    for index in finding.members.indices { apply(to: &finding.members[index], &builds) }
  }

  private func placed(_ location: Location, _ builds: inout [Origin: JenkinsBuild]) -> Location {
    let origin = location.origin
    guard let name = plan.location(of: origin).flatMap(JenkinsBuild.name(ofLog:)) else {
      return location
    }
    let build =
      builds[origin]
      ?? JenkinsBuild(name) { plan.companion($0, of: origin, limit: Self.longest) }
    builds[origin] = build
    return Location(
      origin: origin, region: location.region, place: build.place(location.place, location.region),
      lineHash: location.lineHash)
  }
}
