import Findings
import Pipelines
import Testing

/// What is written to be slow is read in linear time, and nothing ends the reader.
@Suite struct HostileTests {
  static let sample = """
    \u{FEFF}on: {workflow_dispatch: {inputs: {p: {default: "x\\ty"}}}}
    env: &e
      A: ${B:-${C:-'d'}} # e
      B: "é\\n${{ secrets.X || 'it''s' }}"
      C: {{ x }}
      D: !vault |
        $ANSIBLE_VAULT;1.1;AES256
        6162
    jobs:
      a:
        name: Deploy ${{ matrix.x }}
        env:
        - K=v
        - 'L="w"'
        steps:
        - run: >
            export A="$(B='x' c)" D=`e`

            cat <<-EOF
          with: {script: "A=b\\nC=d", args: &f 'x=''y'''}
        - run: |
            cat <<EOF
            A=b
            EOF
            C='${{ 'd' }}' E="f\\"g"\r
    services:
      s: {image: *f, environment: [A=b, C], command: [A=b]}
    """

  @Test(arguments: 0..<24)
  func flips(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let sample = Array(Self.sample.utf8)
    let marks = Array("[]{}\"'|>-:?,&*!%@#\t\r\n \\~$()<=`;é".utf8)
    let paths = [".github/workflows/x.yml", ".gitlab-ci.yml", "compose.yml", "x.yml"]
    for round in 0..<50 {
      let bytes = random.damage(sample, marks: marks, isCut: false)
      guard let reading = PipelineReader.read(bytes, path: Path(paths[round % 4])) else {
        // Only the content may be destroyed.
        #expect(round % 4 == 3)
        continue
      }
      for assignment in reading.assignments {
        #expect(!assignment.value.isEmpty)
        #expect(assignment.range.lowerBound >= 0 && assignment.range.upperBound <= bytes.count)
        #expect(!assignment.range.isEmpty)
        // An assignment's place is that of its bytes.
        let place = reading.place(at: assignment.range.lowerBound)
        #expect(place.job == assignment.place.job && place.step == assignment.place.step)
      }
      for problem in reading.problems { #expect((0...bytes.count).contains(problem.offset)) }
    }
  }

  static let shapes = [
    "${", "$(", "${{ ' ", "((a", "'", "\"$(", "A=\"$(B=", "$(A=", "<<A\n", "A=${B:-", "A='a'",
    "A=`",
    "A=${{ 'x' || ",
  ]

  /// A script and a value that repeat a text, in time that grows with them; `GrowthTests` shows that
  /// the measure tells a square.
  @Test(arguments: shapes)
  func repeated(_ shape: String) throws {
    let growth = try Growth(of: 12_000 / shape.utf8.count) { count in
      let lines = String(repeating: shape, count: count).replacing("\n", with: "\n   ")
      return Array("job:\n a: |\n   \(lines)\n script: |\n   \(lines)\n after: x\n".utf8)
    } work: { bytes in
      let reading = try #require(PipelineReader.read(bytes, path: Path(".gitlab-ci.yml")))
      // What the text opens hides nothing that stands behind it.
      #expect(reading.assignments.last?.text == "x")
      // Lines of variables are called by their own names.
      #expect(reading.assignments.contains { $0.place.keyPath?.hasPrefix("job.a") == true })
      #expect(reading.problems.isEmpty)
    }
    #expect(growth.isLinear, "\(shape): \(growth)")
  }

  @Test(.timeLimit(.minutes(1)))
  func largeFile() throws {
    var text = "jobs:\n"
    for job in 0..<500 {
      text += "  job\(job):\n    steps:\n"
      for step in 0..<6 {
        text += "    - name: s\(step)\n      env: {A: b}\n      run: |\n        export C=d\n"
      }
    }
    let reading = try read(text, path: ".github/workflows/x.yml")
    // Each step has a name, a variable and a line of script.
    #expect(reading.assignments.count == 500 * 6 * 3)
    #expect(reading.problems.isEmpty)
  }

  @Test func longNames() throws {
    let long = String(repeating: "k", count: 1 << 20)
    let reading = try read(
      "? \(long)\n: - \(long)=v\n  - ? \(long)\n    : w\n", path: "compose.yml")
    #expect(reading.assignments.map(\.text) == ["v", "w"])
    #expect(reading.assignments.allSatisfy { $0.name.utf8.count < 210 })
  }
}
