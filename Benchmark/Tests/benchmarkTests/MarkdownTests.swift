import Testing

@testable import benchmark

@Suite struct MarkdownTests {
  @Test func tableAlignsNumbersAndEscapesBars() {
    let table = MarkdownTable(headings: ["tool", "n"], rows: [["a|b", "1"]])
    #expect(table.render() == "| tool | n |\n| --- | ---: |\n| a\\|b | 1 |\n")
  }

  @Test func quantities() throws {
    #expect(Quantity.time(0.0123) == "12.3 ms")
    #expect(Quantity.time(12.34) == "12.3 s")
    #expect(Quantity.time(try #require(Summary([0.5, 2, 0.9]))) == "900 ms (500–2000)")
    #expect(Quantity.megabytes(123_456_789) == "123 MB")
  }

  @Test func commandsAreQuotedAndShortened() {
    let line = CommandLine(names: [("/w/x", "$WORK"), ("/bin/tool-2", "tool")])
    let call = Invocation(
      program: "/bin/tool-2", arguments: ["--x", "a b", "/w/x/r.json", "/w/xy"], folder: "/w/x",
      output: "/dev/null")
    #expect(line.show(call) == "(cd $WORK && tool --x 'a b' $WORK/r.json /w/xy > /dev/null)")
  }

  @Test func timesStandBesideFindings() throws {
    let planted = PlantedSecret(
      kind: "Password", shape: .whole, places: [FoundPlace(path: "a", lines: 3...3)])
    let table = TimeTable.make([result(planted)])
    #expect(
      table.rows == [
        [
          "logs, 8.00 MB", "ours", "2.00 s (2.00–2.00)", "–", "3.00 s", "–", "≤ 5.00 MB", "4.00",
          "1 (found 1 of 1, 0 others)",
        ],
        [
          "", "peer", "4.00 s (4.00–4.00)", "2.00 (2.00–2.00)", "3.00 s", "1.00 (1.00–1.00)",
          "9.00 MB", "2.00", "1 (found 0 of 1, 1 others), incomplete",
        ], ["", "broken", "gave up: exit 7", "–", "–", "–", "–", "–", "–"],
      ])
    #expect(table.rows.allSatisfy { $0.count == table.headings.count })
  }

  @Test func secretsAreCountedByKindAndShape() throws {
    let one = PlantedSecret(
      kind: "Password", shape: .whole, places: [FoundPlace(path: "a", lines: 3...3)])
    let two = PlantedSecret(
      kind: "API key", shape: .coloured, places: [FoundPlace(path: "a", lines: 9...9)])
    let table = try #require(PlantedTable.make(result(one, two)))
    #expect(table.headings == ["planted", "number", "ours", "peer"])
    #expect(
      table.rows == [
        ["Password", "1", "1", "0"], ["API key", "1", "0", "0"], ["any, whole", "1", "1", "0"],
        ["any, coloured", "1", "0", "0"], ["all", "2", "1", "0"],
        ["nothing: false findings", "–", "0", "1"],
      ])
    #expect(PlantedTable.make(result(one)) == nil)
  }

  private func result(_ planted: PlantedSecret...) -> JobResult {
    func outcome(_ name: String, _ wall: Double, _ peak: Int, failure: Int32? = nil)
      -> Runner.Outcome
    {
      let call = Invocation(program: "/bin/" + name, arguments: [], folder: "/")
      return Runner.Outcome(
        contestant: Contestant(name: name, invocation: call, accepted: [0]),
        costs: [Cost(wall: wall, cpu: 3, peakBytes: peak, exit: 0)],
        failure: failure, memoryFloor: 5_000_000)
    }
    func found(_ line: Int) -> Found { Found(places: [FoundPlace(path: "a", lines: line...line)]) }
    return JobResult(
      job: Job(name: "logs", contestants: [], runs: 1, planted: planted),
      outcomes: [
        outcome("ours", 2, 5_000_000), outcome("peer", 4, 9_000_000),
        outcome("broken", 1, 1, failure: 7),
      ], bytes: 8_000_000,
      findings: [
        FoundList(findings: [found(3)]), FoundList(findings: [found(4)], isIncomplete: true), nil,
      ])
  }
}
