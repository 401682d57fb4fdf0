import Findings
import Glibc
import Testing

@testable import Detection
@testable import Logs

/// What a printed environment holds is counted.
@Suite(.serialized) struct EnvironmentDetectorTests {
  /// An environment of so many variables, each of ten bytes, each second one a secret's in clear.
  static func environment(_ count: Int) -> (EnvironmentBlock, [Candidate]) {
    let assignments = (0..<count).map { index in
      Assignment(
        name: index % 4 == 1 ? "TOKEN" : "HOME", value: [0x78],
        kind: index % 8 == 3 ? .masked : .literal, range: index * 10 + 2..<index * 10 + 9)
    }
    let candidates = stride(from: 0, to: count, by: 2).map { index in
      ResolutionTests.candidate("generic-secret", index * 10 + 3..<index * 10 + 8)
    }
    let block = EnvironmentBlock(kind: .env, range: 0..<count * 10, assignments: assignments)
    return (block, candidates)
  }

  @Test func variablesAreCounted() throws {
    var (block, candidates) = Self.environment(16)
    candidates.append(ResolutionTests.candidate("generic-secret", 170..<180))
    let dump = try #require(EnvironmentDetector.tie(&candidates, to: [block]).first)
    #expect(dump.inClear == 8)
    #expect(dump.variables == 16)
    #expect(dump.masked == 2)
    // The eight in clear, two masked ones and the four that a name tells.
    #expect(dump.sensitive == 14)
    #expect(candidates.map(\.dump) == Array(repeating: 0, count: 8) + [nil])
  }

  @Test func manySecretsInOneAreCountedInLinearTime() {
    func seconds(_ count: Int) -> Double {
      var (block, candidates) = Self.environment(count)
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      let start = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
      #expect(EnvironmentDetector.tie(&candidates, to: [block]).first?.inClear == count / 2)
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 - start
    }
    let small = max(min(seconds(1_000), seconds(1_000)), 0.000_5)
    #expect(seconds(8_000) / small < 20)
  }
}
