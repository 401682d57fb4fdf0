import Findings
import Testing

@testable import Scanning

/// The archive of a run holds each job's log whole and, not always, again step by step.
@Suite struct JobFileTests {
  let folder: Folder
  let first: [UInt8]
  let second: [UInt8]

  init() throws {
    folder = try Folder()
    first = try planted("2024-05-01T10:02:00.1234567Z deploy --token glpat-{base62:20}\n", seed: 1)
    second = try planted("2024-05-01T10:02:00.1234567Z deploy --token glpat-{base62:20}\n", seed: 2)
  }

  private func told(_ members: [(String, [UInt8])]) throws -> [String] {
    try folder.write("run.zip", Zip.stored(members))
    return try folder.scan().findings.flatMap { [$0.location] + $0.alsoAt }.map {
      $0.origin.members[0].description
    }
  }

  @Test func `what a step's log holds is not reported of the job's again`() throws {
    #expect(
      try told([("0_deploy.txt", first), ("deploy/1_Run.txt", first)]) == ["deploy/1_Run.txt"])
    #expect(
      try told([("deploy/1_Run.txt", first), ("0_deploy.txt", first)]) == ["deploy/1_Run.txt"])
  }

  @Test func `a job's log alone is reported`() throws {
    #expect(try told([("0_deploy.txt", first)]) == ["0_deploy.txt"])
    #expect(
      try told([("0_deploy.txt", first), ("deploy/1_Run.txt", Array("fine\n".utf8))])
        == ["0_deploy.txt"])
  }

  @Test func `a value that no step's log holds stays`() throws {
    #expect(
      try told([("0_deploy.txt", first + second), ("deploy/1_Run.txt", first)])
        == ["0_deploy.txt", "deploy/1_Run.txt"])
  }

  @Test func `another job's step takes nothing away`() throws {
    #expect(
      try told([("0_deploy.txt", first), ("test/1_Run.txt", first)])
        == ["0_deploy.txt", "test/1_Run.txt"])
  }

  @Test func `another archive takes nothing away`() throws {
    try folder.write("other.zip", Zip.stored([("deploy/1_Run.txt", first)]))
    #expect(try told([("0_deploy.txt", first)]) == ["deploy/1_Run.txt", "0_deploy.txt"])
  }
}
