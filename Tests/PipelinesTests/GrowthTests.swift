import Findings
import Pipelines
import Testing

/// What pipeline files may be full of takes time in proportion to it.
@Suite(.serialized) struct GrowthTests {
  /// A file that repeats something.
  struct Shape: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let path: String
    let count: Int
    let make: @Sendable (Int) -> String

    init(
      _ name: String, path: String = ".github/workflows/x.yml", count: Int = 500,
      make: @escaping @Sendable (Int) -> String
    ) {
      testDescription = name
      self.path = path
      self.count = count
      self.make = make
    }

    /// A script of a step that has a secret as `T`.
    static func script(
      _ name: String, _ shell: String = "bash", count: Int = 500,
      make: @escaping @Sendable (Int) -> String
    ) -> Shape {
      Shape(name, count: count) { step(make($0), shell) }
    }
  }

  static func step(_ script: String, _ shell: String = "bash") -> String {
    let lines = script.split(separator: "\n").joined(separator: "\n        ")
    return "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n    - shell: \(shell)\n"
      + "      env: {T: '${{ secrets.X }}'}\n      run: |\n        \(lines)\n"
  }

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map { line($0) + "\n" }.joined()
  }

  static let scripts: [Shape] = [
    .script("expressions without secrets", count: 4_000) {
      "echo " + String(repeating: "${{ a }}", count: $0) + " $T"
    },
    .script("publishing", count: 2_000) { lines($0) { _ in "npm publish" } + "echo $T" },
    .script("traces") { lines($0) { _ in "set -x" } + lines($0) { _ in "use $T" } },
    .script("pipes") { "env | " + String(repeating: "sort | ", count: $0) + "cat" },
    .script("printed pipes") { String(repeating: "echo $T | ", count: $0) + "cat" },
    .script("prints", count: 1_000) { lines($0) { _ in "echo $T" } },
    .script("copies of copies") { lines($0) { "A\($0 + 1)=$A\($0)$T" } + "echo $A9" },
    .script("here-documents", count: 1_000) { lines($0) { "cat <<A\($0) | x" } + "echo $T" },
    .script("indented marks", count: 1_000) { count in
      lines(count) { "cat <<A\($0) | x" } + lines(count) { " A\($0)" } + "echo $T"
    },
    .script("open quotes", count: 2_000) { String(repeating: "a\" $( ", count: $0) + "\necho $T" },
    .script("quotes that do not expand", count: 2_000) { String(repeating: "a' ", count: $0) },
    .script("calls within calls", "python") {
      String(repeating: "print(", count: $0) + "os.environ[\"T\"]"
        + String(repeating: ")", count: $0)
    },
    .script("calls of others within calls", "python") {
      String(repeating: "f(", count: $0) + "os.environ[\"T\"]" + String(repeating: ")", count: $0)
    },
    .script("escaped quotes", "python", count: 2_000) {
      "a = \"" + String(repeating: "\\\"", count: $0)
    },
    .script("open braces", "python", count: 2_000) {
      "a = f\"" + String(repeating: "{a", count: $0) + "\""
    },
  ]

  static let files: [Shape] = [
    Shape("secrets and steps", count: 100) { count in
      "on: push\njobs:\n  a:\n    runs-on: x\n    env:\n"
        + lines(count) { "      A\($0): ${{ secrets.A\($0) }}" } + "    steps:\n"
        + lines(count) { "    - run: echo $A\($0)" }
    },
    Shape("secrets and traced steps", count: 100) { count in
      "on: push\njobs:\n  a:\n    runs-on: x\n    env:\n"
        + lines(count) { "      A\($0): ${{ secrets.A\($0) }}" } + "    steps:\n"
        + lines(count) { _ in "    - {run: echo $B, shell: bash -x}" }
    },
    Shape("secrets and jobs", count: 100) { count in
      "on: push\nenv:\n" + lines(count) { "  VAULT_TOKEN\($0): ${{ secrets.A\($0) }}" } + "jobs:\n"
        + lines(count) { "  a\($0): {runs-on: x, steps: [{run: echo}]}" }
    },
    Shape("one variable again and again", count: 100) { count in
      "on: push\nenv:\n" + lines(count) { _ in "  VAULT_TOKEN: ${{ secrets.A }}" } + "jobs:\n"
        + lines(count) { "  a\($0): {runs-on: x, steps: [{run: echo}]}" }
    },
    Shape("names of secrets", count: 300) { count in
      "on: pull_request_target\njobs:\n  a:\n    runs-on: x\n    env:\n"
        + lines(count) { "      A\($0): ${{ secrets.A\($0) }}" } + "    steps: [{run: echo}]\n"
    },
    Shape("secrets of one value", count: 500) { count in
      step("echo " + (0..<count).map { "${{ secrets.A\($0) }}" }.joined())
    },
    Shape("uploads", count: 200) { count in
      "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n"
        + lines(count) { _ in "    - {uses: actions/upload-artifact@v3, with: {path: .}}" }
    },
    Shape("HCL's escaped quotes", path: "x.tf", count: 2_000) {
      "a = \"" + String(repeating: "\\\"", count: $0) + "\nb = 1\n"
    },
    Shape("HCL's open templates", path: "x.tf", count: 2_000) {
      "a = \"" + String(repeating: "${\"", count: $0) + "\nb = 1\n"
    },
    Shape("HCL's here-documents", path: "x.tf", count: 1_000) { lines($0) { "a = <<A\($0)" } },
    Shape("Groovy's blocks", path: "Jenkinsfile", count: 500) {
      String(repeating: "stage('a') { sh 'b=c' ", count: $0)
    },
  ]

  @Test(arguments: scripts + files)
  func `time grows with the input`(_ shape: Shape) throws {
    let growth = try Growth(of: shape.count) {
      Array(shape.make($0).utf8)
    } work: { bytes in
      _ = try #require(PipelineReader.read(bytes, path: Path(shape.path)))
    }
    #expect(growth.isLinear, "\(shape.testDescription): \(growth)")
  }

  /// The measure itself tells a square from a line.
  @Test func `a square is no line`() {
    func touch(_ count: Int, _ times: Int) {
      var bytes = [UInt8](repeating: 1, count: count)
      for round in 0..<times { bytes[round % count] &+= bytes.reduce(0, &+) }
      #expect(bytes.count == count)
    }
    let square = Growth(of: 1_000, make: { $0 }, work: { touch($0, $0) })
    #expect(!square.isLinear, "\(square)")
    let line = Growth(of: 8_000, make: { $0 }, work: { touch($0, 40) })
    #expect(line.isLinear, "\(line)")
  }

  /// Each name holds the one before it twice; each list holds one list.
  @Test(.timeLimit(.minutes(1)))
  func `nothing grows by powers of two`() throws {
    let copies = (0..<64).map { "A\($0 + 1)=$A\($0)$A\($0)\n" }.joined()
    let script = try read(
      Self.step("A0=$T\n" + copies + "echo $A64\n"), path: ".github/workflows/x.yml")
    #expect(
      script.weaknesses.map(\.reasons.first) == [
        "the step prints secrets.X (as A64)"
      ])
    let list =
      String(repeating: "[", count: 60) + "windows-latest" + String(repeating: "]", count: 60)
    let pool = try read(
      "pool: \(list)\nsteps:\n- script: set A=x y\n", path: "azure-pipelines.yml")
    #expect(pool.assignments.contains { $0.name == "A" && $0.text == "x y" })
  }

  /// So many secrets that a reason cannot name them all.
  @Test func `reasons are bounded`() throws {
    let names = (0..<1_000).map { "${{ secrets.A\($0) }}" }.joined()
    let found = try read(Self.step("echo " + names), path: ".github/workflows/x.yml").weaknesses
    let reasons = found.filter { $0.ruleID == "workflow-prints-secret" }.flatMap(\.reasons)
    #expect(reasons.first?.hasSuffix("secrets.A15 and others") == true)
  }

  @Test(arguments: [
    "99999999999999999999", "999999999999h999999999999h", "1099511627775d", "1099511627780d1d",
    "109951162778d109951162778d109951162778d109951162778d",
  ])
  func `lengths of time that do not fit are none`(_ length: String) throws {
    let repeated = String(repeating: "1099511627779d", count: 200)
    for text in [length, repeated] {
      let reading = try read(
        "resource \"vault_token\" \"a\" {\n  ttl = \"\(text)\"\n}\n", path: "x.tf")
      #expect(reading.weaknesses.allSatisfy { $0.ruleID == "infrastructure-long-lease" })
      _ = try read("a:\n  timeout: \(text)\n  script: [b]\n", path: ".gitlab-ci.yml")
      _ = PipelineReader.read(Array("{\"MaxSessionDuration\": \"\(text)\"}".utf8), path: nil)
    }
  }
}
