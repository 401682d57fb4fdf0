import Findings
import Logs
import Rules
import Testing

@testable import Detection

@Suite struct EngineTests {
  @Test func theMostSpecificRuleWins() throws {
    let token = try Fixture.githubToken()
    let detected = Fixture.detect(
      Array("GH_TOKEN=\(token)\ngit clone https://ci:\(token)@github.com/acme/app".utf8))
    #expect(detected.confirmed.map(\.rule.id) == ["github-token", "github-token"])
    #expect(detected.struck.isEmpty)
  }

  @Test func onlyAProvidersPrefixIsShown() throws {
    let token = try Fixture.githubToken()
    let detected = Fixture.detect(Array("\(token)\nAPI_KEY=\(Fixture.hex(32))".utf8))
    #expect(detected.confirmed.map(\.secret.publicPrefix) == [4, 0])
  }

  @Test func structureHelpsAndSpeaksAgainst() {
    // A folded value that the text scan cannot see, and a name that only a parser joins to it.
    let text = Array("env:\n  - kumquat-17\n  - password: hidden-99\n".utf8)
    let assignments = [
      Assignment(
        name: "DB_PASSWORD", value: Array("kumquat-17".utf8), kind: .literal, range: 9..<19,
        place: Place(job: "deploy")),
      Assignment(
        name: "password", value: Array("hidden-99".utf8), kind: .reference, range: 34..<43),
    ]
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Fixture.rules), options: DetectionOptions(asOf: Fixture.asOf))
    )
    let detected = worker.detect(Fixture.subject(text, assignments: assignments))
    #expect(detected.confirmed.map(\.range) == [9..<19])
    #expect(detected.confirmed.first?.place.job == "deploy")
    #expect(detected.confirmed.first?.name == "DB_PASSWORD")
    #expect(detected.struck.map(\.strike) == [.reference])
  }

  /// A Kubernetes Secret's values are secrets under any name, but for what stands beside one.
  @Test(arguments: [
    ("answer", true), ("funny.entry", true), ("username", false), ("ca.crt", false),
    ("DB_HOST", false), ("config.yaml", false),
  ])
  func namesOfHeldSecretsSayLittle(name: String, isSecret: Bool) {
    let text = Array("x: kX9vQ2mZ7pLr4\n".utf8)
    var held = Assignment(name: name, value: Array(text[3..<16]), kind: .literal, range: 3..<16)
    #expect(detect(held).isEmpty, "\(name)")
    held.isHeldAsSecret = true
    #expect(detect(held).map(\.name) == (isSecret ? [name] : []), "\(name)")

    func detect(_ assignment: Assignment) -> [Candidate] {
      var worker = DetectionWorker(
        DetectionEngine(
          rules: RuleList(Fixture.rules), options: DetectionOptions(asOf: Fixture.asOf)))
      return worker.detect(Fixture.subject(text, path: "a.yml", assignments: [assignment]))
        .confirmed
    }
  }

  @Test func rangesOutsideTheTextAreIgnored() {
    let assignments = [
      Assignment(name: "password", value: [1, 2, 3, 4], kind: .literal, range: 0..<400)
    ]
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Fixture.rules), options: DetectionOptions(asOf: Fixture.asOf))
    )
    #expect(worker.detect(Fixture.subject([0x61], assignments: assignments)).confirmed.isEmpty)
  }

  @Test func aWorkerForgets() {
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Fixture.rules), options: DetectionOptions(asOf: Fixture.asOf))
    )
    let text = Array("acme \(Fixture.hex(32))".utf8)
    for _ in 0..<3 { #expect(worker.detect(Fixture.subject(text)).confirmed.count == 1) }
    #expect(worker.detect(Fixture.subject([])).confirmed.isEmpty)
  }

  @Test func contextReachesItsWindowOnly() {
    let token = Fixture.hex(32)
    #expect(Fixture.detect(Array("acme: x y z \(token)".utf8)).confirmed.count == 1)
    #expect(Fixture.detect(Array("acme:\n\(token)".utf8)).confirmed.isEmpty)
    let far = "acme " + String(repeating: "x ", count: 400) + token
    #expect(Fixture.detect(Array(far.utf8)).confirmed.isEmpty)
  }

  @Test func aLimitIsTold() {
    let slow = Fixture.rule(
      "slow", .pattern, keywords: [.init(text: "aaa", anchor: .match, ignoresCase: false)],
      pattern: "(?<secret>(?:a|aa|aaa)+)!")
    let text = Array((String(repeating: "a", count: 60) + "?!").utf8)
    let detected = Fixture.detect(text, rules: [slow])
    #expect(detected.limits.map(\.ruleID) == ["slow"])
  }

  @Test func environmentsAreTied() throws {
    let value = Fixture.hex(40)
    let text = """
      2024-01-01T00:00:00.0000000Z + env
      2024-01-01T00:00:00.0000000Z PATH=/usr/bin:/bin
      2024-01-01T00:00:00.0000000Z HOME=/root
      2024-01-01T00:00:00.0000000Z CI=true
      2024-01-01T00:00:00.0000000Z DB_PASSWORD=***
      2024-01-01T00:00:00.0000000Z API_SECRET_KEY=\(value)
      2024-01-01T00:00:00.0000000Z GITHUB_SHA=\(Fixture.hex(40, seed: 2))
      2024-01-01T00:00:00.0000000Z PWD=/build
      2024-01-01T00:00:00.0000000Z SHLVL=1
      2024-01-01T00:00:00.0000000Z done

      """
    let bytes = Array(text.utf8)
    let reading = LogReader.read(
      bytes, as: try #require(LogFormat.recognise(bytes, path: Path("build.log"))))
    let subject = Subject(
      document: Document(bytes: bytes, origin: Origin(source: .file, path: Path("build.log"))),
      text: reading.text, assignments: reading.assignments, blocks: reading.blocks, isLog: true)
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Fixture.rules), options: DetectionOptions(asOf: Fixture.asOf))
    )
    let detected = worker.detect(subject)
    #expect(detected.confirmed.map(\.dump) == [0])
    let dump = try #require(detected.dumps.first)
    #expect(dump.inClear == 1 && dump.masked == 1 && dump.sensitive == 2)
    #expect(dump.variables == reading.blocks[0].assignments.count)
  }
}
