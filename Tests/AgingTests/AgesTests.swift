import Findings
import Git
import Testing

@testable import Aging

@Suite struct AgesTests {
  let repository: TestRepository
  init() throws { repository = try TestRepository() }

  @Test func `neither edits, quotes, renames nor line ends make a value younger`() throws {
    let first = repository.commit("2021-03-01", ["ci.yml": "password: hunter22\n"])
    repository.commit("2022-05-01", ["ci.yml": "db:\n    pass: \"hunter22\"\n"])
    repository.commit("2023-05-01", ["ci.yml": nil, "x/prod.yml": "db:\n    pass: \"hunter22\"\n"])
    let last = repository.commit("2024-05-01", ["x/prod.yml": "db:\r\n  pass: 'hunter22'\r\n"])
    let age = try repository.age(of: "hunter22")
    #expect(age.day == "2021-03-01")
    #expect(age.basis == .author)
    #expect(age.introduced?.id == (try repository.id(first)))
    #expect(age.removed == nil)
    #expect(age.isAtHead == true)
    #expect(age.files == 2)
    #expect(!age.isLowerBound)
    #expect(!age.isSuspect)
    #expect(try repository.history().commits.last?.id == repository.id(last))
  }

  @Test func `a value of two files is removed with the last one`() throws {
    repository.commit("2021-01-01", ["a": "k: hunter22\n"])
    repository.commit("2021-02-01", ["b": "k: hunter22\n"])
    repository.commit("2021-03-01", ["a": "k: other\n"])
    let last = repository.commit("2021-04-01", ["b": nil])
    repository.commit("2021-05-01", ["a": "k: another\n"])
    let age = try repository.age(of: "hunter22")
    #expect(age.day == "2021-01-01")
    #expect(age.removed?.id == (try repository.id(last)))
    #expect(age.isAtHead == false)
    #expect(age.files == 2)
  }

  @Test func `a value that still stands in one of two files is not removed`() throws {
    repository.commit("2021-01-01", ["a": "k: hunter22\n", "b": "k: hunter22\n"])
    repository.commit("2021-03-01", ["a": nil])
    let age = try repository.age(of: "hunter22")
    #expect(age.removed == nil)
    #expect(age.isAtHead == true)
  }

  @Test func `a value that comes back counts from its first time`() throws {
    repository.commit("2021-01-01", ["a": "k: hunter22\n"])
    repository.commit("2021-02-01", ["a": "k: other\n"])
    repository.commit("2021-03-01", ["a": "k: hunter22\n"])
    #expect(try repository.age(of: "hunter22").removed == nil)
    #expect(try repository.age(of: "hunter22").isAtHead == true)
    let last = repository.commit("2021-04-01", ["a": "k: other\n"])
    let age = try repository.age(of: "hunter22")
    #expect(age.day == "2021-01-01")
    #expect(age.removed?.id == (try repository.id(last)))
  }

  @Test func `a rename in the commit that removes another copy is no removal`() throws {
    repository.commit("2021-01-01", ["a": "k: hunter22\n", "b": "k: hunter22\nx: 1\n"])
    repository.commit("2021-02-01", ["a": nil, "b": nil, "c": "k: hunter22\n"])
    let age = try repository.age(of: "hunter22")
    #expect(age.removed == nil)
    #expect(age.files == 3)
  }

  @Test func `the value of a file that was never committed has no date`() throws {
    repository.commit("2021-01-01", ["a": "k: other\n"])
    let age = try repository.age(of: "hunter22")
    #expect(age == Age(since: nil, basis: .uncommitted, isAtHead: false))
  }

  @Test func `a value that a force push took away is unreachable`() throws {
    let base = repository.commit("2021-01-01", ["a": "k: other\n"])
    repository.commit("2021-02-01", ["a": "k: hunter22\n"])
    repository.commit("2021-03-01", from: base, ["a": "k: clean\n"])
    let age = try repository.age(of: "hunter22")
    #expect(age == Age(since: nil, basis: .unreachable, isAtHead: false))
  }

  @Test func `an empty repository has no ages`() throws {
    #expect(try repository.age(of: "hunter22").basis == .uncommitted)
    #expect(try repository.history().headCommit == nil)
  }

  @Test func `values of one commit keep their own ages`() throws {
    repository.commit("2021-01-01", ["a": "k: hunter22\n"])
    repository.commit("2021-02-01", ["a": "k: hunter22\nj: winter33\n"])
    repository.commit("2021-03-01", ["a": "j: winter33\n"])
    let ages = try repository.ages(of: ["hunter22", "winter33", "summer44"])
    #expect(ages.map(\.day) == ["2021-01-01", "2021-02-01", nil])
    #expect(ages.map(\.isAtHead) == [false, true, false])
    #expect(ages.map { $0.removed?.committerDate.day } == ["2021-03-01", nil, nil])
  }

  @Test func `a value whose first commit cannot be read has a lower bound`() throws {
    repository.commit("2021-01-01", ["a": "k: hunter22\n", "b": "k: hunter22\n"])
    repository.commit("2021-02-01", ["a": "k: hunter22\nx: 1\n"])
    // Only the second commit is told, as after a damaged tree.
    let whole = try repository.history()
    let records = try repository.records()
    var history = History(head: records[1].id, isTruncated: false)
    history.add(records[1])
    history.addToHead(Path("b"), try #require(whole.headBlob(at: Path("b"))))
    let now = Timestamp(year: 2026, month: 1, day: 1)
    let old = try #require(records[1].changes[0].old[0])
    let onlyAtHead = try #require(whole.headBlob(at: Path("b")))
    for holders in [[old], [onlyAtHead]] {
      let age = Ages(history, asOf: now).ages(of: HeldValues([Set(holders)], in: history))[0]
      #expect(age.day == "2021-02-01")
      #expect(age.isLowerBound)
      #expect(age.introduced == nil)
    }
  }
}
