import Foundation
import Testing

@testable import benchmark

@Suite struct GoalTests {
  private func outcome(_ name: String, _ walls: [Double], peak: Int, failure: Int32? = nil)
    -> Runner.Outcome
  {
    let call = Invocation(program: "/bin/" + name, arguments: [], folder: "/")
    return Runner.Outcome(
      contestant: Contestant(name: name, invocation: call, accepted: [0]),
      costs: walls.map { Cost(wall: $0, cpu: 1, peakBytes: peak, exit: 0) }, failure: failure)
  }

  @Test func figuresAreMeasured() {
    let outcomes = [
      outcome("ours", [1, 2, 4], peak: 50), outcome("peer", [2, 4, 16], peak: 100),
      outcome("broken", [1, 1, 1], peak: 1, failure: 7),
    ]
    func measured(_ figure: Goal.Figure) -> Double? {
      Goal(figure: figure, most: 1).measured(outcomes)
    }
    // Run by run: 1/2, 2/4, 4/16.
    #expect(measured(.wall(of: "ours", to: "peer")) == 0.5)
    #expect(measured(.memory(of: "ours", to: "peer")) == 0.5)
    #expect(measured(.seconds(of: "ours")) == 2)
    #expect(measured(.bytes(of: "peer")) == 100)
    #expect(measured(.wall(of: "ours", to: "broken")) == nil)
    #expect(measured(.seconds(of: "nobody")) == nil)
  }

  @Test func theTableSaysWhatWasReached() throws {
    let job = Job(
      name: "tree", contestants: [], runs: 3,
      goals: [
        Goal(figure: .wall(of: "ours", to: "peer"), most: 1 / 8),
        Goal(figure: .seconds(of: "ours"), most: 0.4),
        Goal(figure: .wall(of: "ours", to: "absent"), most: 3),
      ])
    let outcomes = [outcome("ours", [0.2], peak: 1), outcome("peer", [2], peak: 1)]
    let result = JobResult(job: job, outcomes: outcomes, bytes: nil, findings: [nil, nil])
    let table = try #require(GoalTable.make([result]))
    #expect(
      table.rows == [
        ["tree: wall of ours ÷ peer", "1/8.00", "1/10.0", "yes"],
        ["tree: wall of ours", "400 ms", "200 ms", "yes"],
      ])
    #expect(GoalTable.make([]) == nil)
  }

  @Test func thePythonToolsAreRead() throws {
    let secrets = Data(#"{"results": {"./a/b.py": [{"line_number": 3, "type": "x"}]}}"#.utf8)
    let place = FoundPlace(path: "a/b.py", lines: 3...3)
    #expect(try DetectSecretsReport.read(secrets) == FoundList(findings: [Found(places: [place])]))
    let sweeper = Data(
      #"[{"rule": "Key", "line_data_list": [{"line_num": 3, "path": "./a/b.py"}]}]"#.utf8)
    #expect(try CredSweeperReport.read(sweeper) == FoundList(findings: [Found(places: [place])]))
  }

  @Test func thereAre110Prefixes() {
    #expect(Set(TokenPrefixes.all).count == 110)
    #expect(TokenPrefixes.alternatives.contains("|SG\\.|"))
  }
}
