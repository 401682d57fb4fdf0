import Findings
import Git
import Testing

@testable import Aging

@Suite struct HistoryTests {
  let repository: TestRepository
  init() throws { repository = try TestRepository() }

  @Test func `knows where blobs first stood and what stands at HEAD`() throws {
    repository.commit("2021-01-01", ["a.yml": "1\n"])
    repository.commit("2021-02-01", ["a.yml": "2\n", "b.txt": "1\n"])
    let history = try repository.history()
    let one = try #require(history.headBlob(at: Path("b.txt")))
    let two = try #require(history.headBlob(at: Path("a.yml")))
    #expect(history.blobs.count == 2)
    #expect(history.path(of: one) == Path("a.yml"))
    #expect(history.path(of: two) == Path("a.yml"))
    #expect(history.headBlob(at: Path("c")) == nil)
    #expect(history.commits.map(\.committerDate.day) == ["2021-01-01", "2021-02-01"])
    #expect(history.standing(of: one, at: Path("b.txt")) == (2, 0))
    #expect(history.standing(of: one, at: Path("a.yml")) == (1, 0))
    #expect(history.standing(of: two, at: Path("a.yml")) == (2, 1))
    #expect(history.standing(of: nil, at: Path("a.yml")) == (0, 0))
    let unknown = try #require(ObjectID(bytes: [UInt8](repeating: 9, count: 20)))
    #expect(history.path(of: unknown) == nil)
    #expect(history.standing(of: unknown, at: Path("a.yml")) == (0, 0))
  }

  @Test func `the blobs of configuration files, under any of their names`() throws {
    repository.commit("2021-01-01", ["a.yml": "1\n", "b.txt": "2\n", "c.txt": "3\n"])
    repository.commit("2021-02-01", ["c.txt": nil, "deploy/Jenkinsfile": "3\n"])
    let history = try repository.history()
    var texts: [String] = []
    var reader = BatchReader(try repository.open())
    try reader.read(history.configurationBlobs) { _, _, bytes in
      texts.append(String(UnicodeScalar(bytes[0])))
      return true
    }
    #expect(texts == ["1", "3"])
  }

  @Test(arguments: [
    (".gitlab-ci.yml", true), ("x/Config.YAML", true), (".env", true), (".env.local", true),
    (".npmrc", true), ("Jenkinsfile", true), ("Jenkinsfile.prod", true), ("app.Dockerfile", true),
    (".dockercfg", true), ("certs/server.pem", true), ("README.md", false), ("main.swift", false),
    ("yml", false), ("a.yml/b.txt", false), ("", false),
  ])
  func `tells configuration files by their names`(name: String, isOne: Bool) {
    #expect(ConfigurationFile.isOne(Path(name)) == isOne)
  }

  @Test func `submodules are no blobs`() throws {
    repository.commit("2021-01-01", ["a": "1\n"])
    try repository.git("reset", "-q", "--hard")
    let commit = String(repeating: "7", count: 40)
    try repository.git("update-index", "--add", "--cacheinfo", "160000,\(commit),sub")
    try repository.git("commit", "-q", "-m", "sub")
    let history = try repository.history()
    #expect(history.commits.count == 2)
    #expect(history.blobs.count == 1)
  }

  @Test func `knows what HEAD reaches`() throws {
    let base = repository.commit("2021-01-01", ["a": "1\n"])
    let side = repository.commit("2021-01-02", on: "side", from: base, ["b": "1\n"])
    repository.commit("2021-01-03", on: "other", from: base, ["c": "1\n"])
    repository.commit("2021-01-04", merging: [side], ["b": "1\n"])
    repository.commit("2021-01-05", on: "side", ["b": "2\n"])
    let history = try repository.history()
    #expect(history.reachedFromHead == [true, true, false, true, false])
    #expect(history.parents(of: 3) == [0, 1])
    #expect(history.headCommit == 3)
  }
}
