import Testing

@testable import YAML

@Suite(.timeLimit(.minutes(1))) struct LimitTests {
  private func codes(_ text: String, _ limits: YAMLLimits = .init()) -> [YAMLProblem.Code] {
    YAMLReader.read(Array(text.utf8), limits: limits).problems.map(\.code)
  }

  @Test(arguments: ["[", "{", "- ", "? ", "[{a: ", "{{"])
  func deepNesting(_ opener: String) {
    let text = "a: 1\nb:\n " + String(repeating: opener, count: 100_000) + "\nc: 3\n"
    let reading = YAMLReader.read(Array(text.utf8))
    #expect(reading.problems.first?.code == .tooDeep)
    #expect(reading.documents.first?["a"]?.scalar == "1")
    #expect(reading.documents.first?["c"]?.scalar == "3")
  }

  @Test func depthIsExact() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(codes(nested(200)).isEmpty)
    #expect(codes(nested(201)) == [.tooDeep])
    #expect(codes(nested(4), YAMLLimits(maximumDepth: 3)) == [.tooDeep])
  }

  @Test func billionLaughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let alias = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ","))]\n"
    }
    let reading = read(text)
    #expect(reading.problems.isEmpty)
    #expect(reading.documents.flatMap(\.all).count == 1 + 30 * 11)
  }

  @Test func hugeInput() {
    let reading = YAMLReader.read([UInt8](repeating: UInt8(ascii: "a"), count: 50 << 20))
    #expect(reading.documents.isEmpty)
    #expect(reading.problems.map(\.code) == [.tooLarge])
  }

  @Test func manyNodes() {
    let text = "- 1\n- 2\n- 3\n"
    #expect(codes(text, YAMLLimits(maximumNodes: 4)).isEmpty)
    let reading = YAMLReader.read(Array(text.utf8), limits: YAMLLimits(maximumNodes: 3))
    #expect(reading.problems.map(\.code) == [.tooManyNodes])
    #expect(reading.documents.map(\.shape) == ["[1, 2]"])
  }

  @Test func errorOnEveryLine() {
    let lines = (0..<3_000).map { "k\($0): @\n" }.joined()
    let reading = read(lines)
    #expect(reading.problems.count == 3_000)
    #expect(reading.documents.map(\.entries.count) == [3_000])
    #expect(
      codes(lines, YAMLLimits(maximumResumptions: 5)) == Array(repeating: .syntax, count: 6)
        + [.tooManyErrors])
  }

  /// Lines that each leave something open, so that each error lies far behind its cause.
  @Test(arguments: ["k: [\n", "k: {a: \"\n", "k: {\n", "- [x, '\n", "k: [\"\n'\n"])
  func readsNothingTooOften(_ line: String) {
    let text = ReadableText(Array(String(repeating: line, count: 2_000).utf8))
    var pass = ReadingPass(text, YAMLLimits(), stopsAtTemplates: false)
    _ = pass.run()
    #expect(pass.problems.count > 1)
    #expect(pass.rewound <= text.text.count)
  }

  /// A `%TAG` line can neither be compared with thousands nor be copied into each node.
  @Test func tagBombs() throws {
    let many = (0..<1_000).map { "%TAG !a\($0)! x\n" }.joined() + "---\na: !a1!b c\nd: !a999!e f\n"
    let reading = read(many)
    #expect(reading.documents.first?["a"]?.tag == "xb")
    #expect(reading.problems.map(\.code) == [.syntax])
    let long = "%TAG !a! x" + String(repeating: "y", count: 1_000) + "\n---\na: !a!b c\nd: 1\n"
    #expect(read(long).documents.map(\.shape) == ["{a: , d: 1}"])
  }
}
