import Findings
import Pipelines
import Testing

/// Key path, name and value tell what changed between two versions of a file, and what did not.
@Suite struct VersionTests {
  private func values(_ text: String, path: String) throws -> [String: String] {
    Dictionary(
      try read(text, path: path).assignments.map {
        ("\($0.place.keyPath ?? "") \($0.name)", $0.text)
      }, uniquingKeysWith: { _, last in last })
  }

  @Test func formIsNoChange() throws {
    let versions = [
      "services:\n  db:\n    environment:\n      A: hunter2\n      B: \"x\"\n",
      "services:\r\n    db:\r\n        environment:\r\n            A: 'hunter2'\r\n            B: x\r\n",
      "services: {db: {environment: {B: x, A: \"hunter\\x32\"}}}",
      "services: {db: {environment: [A=hunter2, B=x]}}",
      "services: {db: {environment: [B=x, \"A=hunter2\"]}}",
    ]
    let expected = [
      "services.db.environment.A A": "hunter2", "services.db.environment.B B": "x",
    ]
    for version in versions { #expect(try values(version, path: "compose.yml") == expected) }
  }

  @Test func aChangeIsOne() throws {
    let path = ".github/workflows/x.yml"
    let script = "jobs: {a: {steps: [{run: export A=@}]}}"
    let old = try values(script.replacing("@", with: "x"), path: path)
    let new = try values(script.replacing("@", with: "y"), path: path)
    #expect(old == ["jobs.a.steps[0].run A": "x"])
    #expect(new == ["jobs.a.steps[0].run A": "y"])
  }
}
