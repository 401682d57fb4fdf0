import Findings
import Testing

@testable import Scanning

/// Each step prints the same environment again, with a variable more or less.
@Suite struct IncidentsTests {
  private func incident(_ values: [String], offset: Int, path: String = "a.log") -> Finding {
    var incident = finding(values[0], rule: "environment-dump", path: path, offset: offset)
    incident.members = values.map { finding($0, path: path, offset: offset) }
    return incident
  }

  private func told(_ findings: [Finding]) -> [String] {
    findings.map { finding in
      let members = finding.members.map { $0.secret.reveal { String(decoding: $0, as: UTF8.self) } }
      let offsets = ([finding.location] + finding.alsoAt).map { "\($0.region.byteOffset)" }
      return members.joined(separator: "+") + " at " + offsets.joined(separator: ",")
    }
  }

  @Test func incidentsThatShareASecretAreOne() {
    let joined = Incidents.join([
      incident(["one", "two"], offset: 30), incident(["one"], offset: 10),
      incident(["three"], offset: 20),
    ])
    #expect(told(joined) == ["one+two at 10,30", "three at 20"])
  }

  @Test func aThirdOneJoinsTwo() {
    let joined = Incidents.join([
      incident(["one"], offset: 1), incident(["two"], offset: 2),
      incident(["one", "two"], offset: 3), incident(["two"], offset: 4),
    ])
    #expect(told(joined) == ["one+two at 1,2,3,4"])
  }

  @Test func theOrderOfTheWorkDoesNotMatter() {
    var findings = (0..<6).map { incident(["v\($0 % 2)", "w\($0)"], offset: $0) }
    let expected = told(Incidents.join(findings))
    for _ in 0..<5 {
      findings.append(findings.removeFirst())
      #expect(told(Incidents.join(findings)) == expected)
    }
  }

  /// One list of members and one of places, however many prints: it takes no time at all.
  @Test func manyPrintsOfOneEnvironmentAreOneIncident() {
    let joined = Incidents.join((0..<20_000).map { incident(["one", "w\($0)"], offset: $0) })
    #expect(joined.count == 1 && joined[0].alsoAt.count == 19_999)
    #expect(joined[0].members.count == 20_001)
  }

  @Test func otherFilesAndOtherFindingsStay() {
    let joined = Incidents.join([
      finding("one", offset: 9), incident(["one"], offset: 1),
      incident(["one"], offset: 2, path: "b.log"),
    ])
    #expect(joined.count == 3)
  }

  @Test func fortyStepsAreOneIncident() throws {
    let folder = try Folder()
    let value = String(decoding: try planted("{password:16}"), as: UTF8.self)
    let other = String(decoding: try planted("{password:16}", seed: 2), as: UTF8.self)
    let steps = (0..<40).flatMap { step in
      [
        "##[group]Run make step-\(step)", "env:", "  A_PASSWORD: \(value)",
        "  B_PASSWORD: \(other)",
        "  STEP: \(step)", "##[endgroup]", "done",
      ]
    }
    try folder.write(
      "job.log", Array(steps.map { "2024-05-01T10:02:00.1234567Z \($0)\n" }.joined().utf8))
    let findings = try folder.scan().findings
    #expect(findings.map(\.rule.id) == ["environment-dump"])
    #expect(findings.first?.alsoAt.count == 39)
    #expect(findings.first?.members.count == 2)
  }
}
