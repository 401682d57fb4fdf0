import Findings
import Testing

@testable import Scanning

@Suite struct PlaceRedactionTests {
  private func places(_ place: Place, values: [String]) -> Place {
    var one = finding("other-value", place: place, name: place.job)
    var redaction = PlaceRedaction(values.map { finding($0) } + [one])
    redaction.apply(to: &one)
    #expect(one.evidence.name == one.location.place.job)
    return one.location.place
  }

  @Test func `a value in the name of a step is redacted`() {
    let place = Place(
      job: "deploy hunter-2222", step: "curl -uci:hunter-2222 -photer", keyPath: "env.hunter-2222")
    let redacted = places(place, values: ["hunter-2222"])
    #expect(redacted.job == "deploy … (11 bytes)")
    #expect(redacted.step == "curl -uci:… (11 bytes) -photer")
    #expect(redacted.keyPath == "env.… (11 bytes)")
  }

  @Test func `also in Base64, and inside a longer one`() {
    #expect(places(Place(job: "aHVudGVyLTIyMjI="), values: ["hunter-2222"]).job == "… (11 bytes)")
    #expect(
      places(Place(job: "hunter-2222-x"), values: ["hunter", "hunter-2222"]).job == "… (11 bytes)-x"
    )
  }

  @Test func `in Base64 wherever it begins`() {
    for (text, shown) in [
      ("Y2k6aHVudGVyLTIyMjI", "Y2k6… (11 bytes)I"), ("YTpodW50ZXItMjIyMg==", "YT… (11 bytes)=="),
      ("YWI6aHVudGVyLTIyMjI6eA==", "YWI6… (11 bytes)I6eA=="),
    ] {
      let job = places(Place(job: text), values: ["hunter-2222"]).job
      #expect(job?.contains("… (11 bytes)") == true, "\(text) \(shown)")
    }
  }

  @Test func `masked names, authors and what weaknesses quote are redacted, too`() {
    let value = "a-long-value-of-many-letters-2222"
    var weakness = Finding(
      rule: finding("x").rule, severity: .note, confidence: .high, secret: finding("x").secret,
      location: finding("x").location,
      evidence: Evidence(
        detector: Evidence.workflowDetector, name: nil, reasons: ["step \"use \(value)\" prints"]))
    var one = finding(value)
    one.age = Age(since: nil, basis: .author, isAtHead: nil)
    one.age?.firstAuthor = "x <\(value)@example.org>"
    let masked = MaskedName(
      name: "A_TOKEN", location: one.location, steps: ["curl -u \(value)"], places: 1)
    // The names of the masked are the only long ones: they count.
    var short = PlaceRedaction([finding(value)], masked: [masked])
    #expect(short.redacted(masked).steps == ["curl -u … (33 bytes)"])
    var redaction = PlaceRedaction([one, weakness])
    redaction.apply(to: &weakness)
    redaction.apply(to: &one)
    #expect(weakness.evidence.reasons == ["step \"use … (33 bytes)\" prints"])
    #expect(one.age?.firstAuthor == "x <… (33 bytes)@example.org>")
  }

  @Test func `the head of a value is redacted where a name was cut`() {
    let value = "glued-together-9f8e7d6c5b4a"
    let long = String(repeating: "x", count: 185) + " "
    for count in 4..<value.count {
      let job = places(Place(job: long + value.prefix(count) + "…"), values: [value]).job
      #expect(job == long + "… (27 bytes)…")
    }
    #expect(places(Place(job: long + "glu…"), values: [value]).job == long + "glu…")
    #expect(places(Place(job: "x glued-…"), values: [value]).job == "x glued-…")
  }

  @Test func `names of files hold no value that is surely a secret`() {
    let value = "9f8e7d6c5b4a9f8e7d6c"
    var one = finding(value, path: "keys/\(value)/a.yml", members: ["\(value).txt"])
    var other = finding(
      "production-cluster", path: "production-cluster/a.yml", confidence: .medium)
    var redaction = PlaceRedaction([one, other])
    redaction.apply(to: &one)
    redaction.apply(to: &other)
    #expect(one.location.origin.fullPath.description == "keys/… (20 bytes)/a.yml/… (20 bytes).txt")
    #expect(other.location.origin.path == Path("production-cluster/a.yml"))
    let note = redaction.redacted(
      Notification(severity: .note, code: .limit, message: "\(value).txt is long"))
    #expect(note.message == "… (20 bytes).txt is long")
  }

  @Test func `other names stay as they are`() {
    let place = Place(job: "deploy", step: "2", keyPath: "jobs.a.env.B")
    #expect(places(place, values: ["hunter-2222", "B", "job"]) == place)
  }

  @Test func `members, other places and struck candidates are redacted, too`() throws {
    let folder = try Folder()
    try folder.write(
      ".github/workflows/ci.yml",
      """
      on: push
      jobs:
        a:
          runs-on: x
          steps:
            - name: deploy with «glpat-{base62:20}»
              env:
                A_PASSWORD: changeme
              run: echo

      """)
    let report = try folder.scan { $0.keepsStruck = true }
    let value = try #require(report.findings.first?.secret)
    let names = report.findings.map(\.location.place) + report.struck.map(\.location.place)
    #expect(names.count >= 2)
    let text = names.map { "\($0.job ?? "") \($0.step ?? "") \($0.keyPath ?? "")" }.joined()
    #expect(text.contains("deploy with glpa… (26 bytes)"))
    value.reveal { #expect(!text.contains(String(decoding: $0, as: UTF8.self))) }
  }
}
