import Findings
import Testing

@testable import Scanning

@Suite struct IdentityTests {
  private func named(_ findings: [Finding], key: [UInt8]? = nil) -> [Finding] {
    var findings = findings
    Identity.order(&findings)
    Identity.name(&findings, key: key)
    return findings
  }

  /// Findings that differ in one thing each, in their order.
  private var ordered: [Finding] {
    let blob = ObjectID(String(repeating: "a", count: 40))
    return [
      finding("alpha-1"),
      finding("alpha-1", source: .history),
      finding("alpha-1", source: .history, blob: blob),
      finding("alpha-1", offset: 5),
      finding("alpha-2", offset: 5),
      finding("alpha-1", rule: "generic-secret", offset: 5),
      finding("alpha-10", offset: 5),
      finding("alpha-1", members: ["m"]),
      finding("alpha-1", members: ["m", "n"]),
      finding("alpha-1", path: "b.yml"),
      finding("alpha-1", path: "a.yml", root: 1),
    ]
  }

  private func told(_ finding: Finding) -> String {
    let origin = finding.location.origin
    let value = finding.secret.reveal { String(decoding: $0, as: UTF8.self) }
    return "\(origin.root) \(origin.fullPath) \(origin.source) \(origin.blob?.short ?? "-") "
      + "\(finding.location.region.byteOffset) \(finding.rule.id) \(value)"
  }

  @Test func `the order is total`() {
    let expected = ordered.map(told)
    var findings = ordered
    for _ in 0..<100 {
      findings.shuffle()
      Identity.order(&findings)
      #expect(findings.map(told) == expected)
    }
  }

  @Test func `places in words do not decide before rules`() {
    // Two rules at one place may have learned its name from different readers.
    let one = finding("alpha-1", rule: "generic-secret", place: Place(job: "a"))
    let two = finding("alpha-1", rule: "generic-password", place: Place(keyPath: "b"))
    for findings in [[one, two], [two, one]] {
      #expect(named(findings).map(\.rule.id) == ["generic-password", "generic-secret"])
    }
  }

  @Test func `fingerprints are unique and stable when lines move`() {
    let place = Place(keyPath: "jobs.a.env.P")
    let findings = [
      finding("alpha-1", offset: 5, place: place), finding("alpha-2", offset: 50),
      finding("alpha-3", offset: 70), finding("alpha-1", path: "b", offset: 5, name: "P"),
      finding("alpha-1", path: "b", offset: 9, name: "Q"),
      finding("alpha-1", rule: "generic-secret", offset: 5, place: place),
    ]
    let first = named(findings).map(\.fingerprint)
    #expect(Set(first).count == findings.count)
    #expect(first.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil })

    let moved = findings.map { one in
      finding(
        "changed-\(one.location.region.byteOffset)", rule: one.rule.id,
        path: one.location.origin.path.description, offset: one.location.region.byteOffset + 1000,
        place: one.location.place, name: one.evidence.name)
    }
    #expect(named(moved).map(\.fingerprint) == first)
  }

  @Test func `a fingerprint says nothing of the value`() {
    let one = named([finding("alpha-1")], key: nil)[0]
    let two = named([finding("alpha-2")], key: nil)[0]
    #expect(one.fingerprint == two.fingerprint)
    #expect(one.secretFingerprint == nil)
  }

  @Test func `a key makes fingerprints of values`() {
    let key = Array("0123456789abcdef".utf8)
    let findings = [
      finding("alpha-1"), finding("alpha-2", path: "b"), finding("alpha-1", path: "c"),
    ]
    let marks = named(findings, key: key).map(\.secretFingerprint)
    #expect(marks[0] == marks[2] && marks[0] != marks[1])
    #expect(marks.allSatisfy { $0?.wholeMatch(of: /[0-9a-f]{32}/) != nil })
    #expect(named(findings, key: key.reversed()).map(\.secretFingerprint) != marks)
  }

  @Test func `equal values share a number, single ones have none`() {
    let findings = [
      finding("alpha-1"), finding("alpha-2", path: "b"), finding("alpha-1", path: "c"),
      finding("alpha-3", path: "d"), finding("alpha-3", path: "e"),
    ]
    #expect(named(findings).map(\.valueGroup) == [1, nil, 1, 2, 2])
  }

  @Test func `a printed environment ties nothing to its first member`() {
    var dump = finding("alpha-1", rule: "environment-dump")
    dump.members = [finding("alpha-1"), finding("alpha-2", offset: 9)]
    let alone = named([dump])[0]
    #expect(alone.valueGroup == nil && alone.members.map(\.valueGroup) == [nil, nil])
    let tied = named([dump, finding("alpha-1", path: "z")])
    #expect(tied[0].members.map(\.valueGroup) == [1, nil])
    #expect(tied[0].valueGroup == nil && tied[1].valueGroup == 1)
  }
}
