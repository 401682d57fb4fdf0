import Foundation
import Testing

@testable import benchmark

@Suite struct ChildProcessTests {
  let child = ChildProcess(environment: ["A=b"], errors: "/dev/null")

  func shell(_ script: String) throws -> Cost {
    try child.run(Invocation(program: "/bin/sh", arguments: ["-c", script], folder: "/"))
  }

  @Test func exitCodesAndSignals() throws {
    #expect(try shell("exit 3").exit == 3)
    #expect(try shell("kill -9 $$").exit == 137)
    #expect(try shell("test \"$A$PWD\" = b/ && test -z \"$HOME\"").exit == 0)
  }

  @Test func costsAreMeasured() throws {
    let asleep = try shell("sleep 0.2")
    #expect(asleep.wall >= 0.2)
    #expect(asleep.cpu < asleep.wall)
    #expect(asleep.peakBytes > 100_000)
  }

  @Test func theBenchmarksOwnMemoryIsKnown() {
    #expect(MemoryFloor.bytes > 1_000_000)
    #expect(MemoryFloor.read("VmPeak:\t 9 kB\nVmHWM:\t   12 kB\n") == 12288)
    #expect(MemoryFloor.read("") == 0)
  }

  @Test func aMissingProgramIsAnError() {
    #expect(throws: ChildProcess.Failure.self) {
      try child.run(Invocation(program: "/nowhere/x", arguments: [], folder: "/"))
    }
  }

  @Test func contestantsTakeTurnsAndFailuresStepAside() throws {
    func contestant(_ name: String, _ script: String) -> Contestant {
      Contestant(
        name: name,
        invocation: Invocation(program: "/bin/sh", arguments: ["-c", script], folder: "/"),
        accepted: [0])
    }
    var told: [String] = []
    let runner = Runner(child: child) { told.append($0) }
    let outcomes = try runner.run(
      Job(
        name: "j", contestants: [contestant("a", "exit 0"), contestant("b", "exit 9")], runs: 2))
    #expect(outcomes.map(\.costs.count) == [2, 0])
    #expect(outcomes.map(\.failure) == [nil, 9])
    #expect(told == ["j: b exits 9", "j: run 1 of 2", "j: run 2 of 2"])
  }
}
