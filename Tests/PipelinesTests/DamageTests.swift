import Findings
import Pipelines
import Testing

/// Faults of files cost the structure around them, and never more.
@Suite struct DamageTests {
  private let path = ".github/workflows/x.yml"

  @Test func structureAroundDamage() throws {
    let reading = try expect(
      """
      on: push
      env:
        A: «x»
      bad: @
      jobs:
        a:
          env:
            B: "«y»"
      \tC: z
      tail: «z»
      """, path: path,
      ["literal A env.A", "literal B jobs.a.env.B", "literal tail tail"])
    let problem = try #require(reading.problems.first)
    #expect(problem.code == .damage)
    #expect((problem.line, problem.column) == (4, 6))
    #expect(problem.offset == 26)
    #expect(!problem.message.isEmpty)
  }

  @Test func byteOrderMarkAndLineEnds() throws {
    try expect(
      "\u{FEFF}env:\r\n  É: «x»\r\n  ñ: \"«é»\" \r\n  C: |\r\n    «y\r\n    z»\r\n", path: path,
      ["literal É env.É", "literal ñ env.ñ", "literal C env.C"])
  }

  @Test func duplicateKeys() throws {
    try expect(
      "env: {A: «x», A: «y»}\nenv:\n  A: «z»\n", path: path,
      ["literal A env.A", "literal A env.A", "literal A env.A"])
  }

  @Test func manyDocumentsAndNoMappings() throws {
    try expect("a: «x»\n---\na: «y»\n...\n---\n- z\n", path: path, ["literal a a", "literal a a"])
    #expect(try read("just text", path: path).assignments.isEmpty)
    #expect(try read("- A=b\n- c\n", path: path).assignments.isEmpty)
    try expect("- {a: «x»}\n- [{b: «y»}]", path: path, ["literal a [0].a", "literal b [1][0].b"])
    try expect("? [k]\n: {b: «y»}\n? c\n", path: path, ["literal b ?.b"])
  }

  @Test func invalidBytes() throws {
    var bytes = Array("env:\n  A: x".utf8) + [0xFF, 0x07]
    bytes += Array("y\n  B: z\n".utf8)
    let reading = try #require(PipelineReader.read(bytes, path: Path(path)))
    #expect(reading.assignments.map(\.name) == ["A", "B"])
    #expect(reading.assignments[0].value == Array("x".utf8) + [0xFF, 0x07] + Array("y".utf8))
    #expect(reading.assignments[0].range == 10..<14)
    #expect(reading.problems.map(\.code) == [.damage])
  }

  @Test func keysThatAreNotText() throws {
    let bytes = Array("\"a\\eb\": {".utf8) + [0xFE] + Array(": x}\n".utf8)
    let reading = try #require(PipelineReader.read(bytes, path: Path(path)))
    #expect(reading.assignments.map(\.name) == ["\u{FFFD}"])
    #expect(reading.assignments.first?.place.keyPath == "a\u{1B}b.\u{FFFD}")
  }

  @Test func tooLarge() throws {
    let bytes = Array("on: x\njobs: {a: {uses: b}}\n#".utf8)
    let large = bytes + Array(repeating: UInt8(ascii: " "), count: PipelineReader.maximumBytes)
    let reading = try #require(PipelineReader.read(large, path: Path(path)))
    #expect(reading.problems.map(\.code) == [.limit])
    #expect(reading.assignments.isEmpty)
    // By its keys it may be a workflow, so that the limit is told; of other text nothing is.
    let possible = PipelineReader.read(large, path: Path("x.yml"))
    #expect(possible?.problems.map(\.code) == [.limit] && possible?.assignments.isEmpty == true)
    let other = Array(repeating: UInt8(ascii: "a"), count: PipelineReader.maximumBytes + 1)
    #expect(PipelineReader.read(other, path: Path("x.yml")) == nil)
    #expect(PipelineReader.read(bytes, path: Path("x.yml")) != nil)
  }

  @Test(arguments: [
    ("a = \"b\"\n#", "x.tf", "Terraform"),
    ("<a><name>b</name><value>c</value></a>", "x.xml", "XML"),
    ("{\"MaxSessionDuration\": 1}", "x.json", "role"),
    ("node { sh 'a=b' }", "Jenkinsfile", "Jenkins pipeline"),
  ])
  func `files of other languages that are too large are told`(
    _ head: String, _ path: String, _ dialect: String
  ) throws {
    let large =
      Array(head.utf8) + Array(repeating: UInt8(ascii: " "), count: PipelineReader.maximumBytes)
    let reading = try #require(PipelineReader.read(large, path: Path(path)))
    #expect(reading.problems.map(\.code) == [.limit])
    #expect(reading.problems.first?.message == "longer than 10485760 bytes")
    #expect(reading.dialect.name == dialect)
  }

  /// A role is found in a long document; of a log, each line is a document of its own.
  @Test func `roles stand in long documents`() throws {
    let others = (0..<30_000).map { "{\"RoleName\": \"r\($0)\"}" }
    let role = "{\"RoleName\": \"r\", \"MaxSessionDuration\": 43200}"
    let list = "{\"Roles\": [" + (others + [role]).joined(separator: ",\n") + "]}\n"
    #expect(list.utf8.count > 512 << 10)
    let reading = try read(list, path: "roles.json")
    #expect(reading.weaknesses.map(\.ruleID) == ["infrastructure-long-session"])
    let log = Array((others + [role]).joined(separator: "\n").utf8)
    #expect(PipelineReader.read(log, path: Path("a.json")) == nil)
    #expect(PipelineReader.read(log, path: nil) == nil)
  }

  @Test func deepCollections() throws {
    let text =
      "a: x\nb: " + String(repeating: "[", count: 5_000) + "\nc: \"y\"\nd: "
      + String(repeating: "{e: ", count: 100) + "z\nf: w\n"
    let reading = try read(text, path: path)
    #expect(reading.problems.contains { $0.code == .limit })
    #expect(reading.assignments.contains { $0.name == "a" && $0.text == "x" })
    #expect(reading.assignments.contains { $0.name == "f" && $0.text == "w" })
  }

  @Test func aliasesAreNotExpanded() throws {
    var text = "a0: &a0 [x, y]\n"
    for level in 1...40 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(alias), \(alias)]\n"
    }
    text += "self: &s {in: *s, <<: *s, v: z}\n"
    #expect(try read(text, path: path).assignments.map(\.text) == ["x", "y", "z"])
  }
}
