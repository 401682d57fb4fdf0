import Findings
import Git
import Testing

@testable import Aging

/// Ages in histories that are no line.
@Suite struct BranchAgeTests {
  let repository: TestRepository
  let base: TestRepository.Mark

  init() throws {
    repository = try TestRepository()
    base = repository.commit("2021-01-01", ["a": "k: first\n"])
  }

  @Test func `a value that only a merge holds is dated by it`() throws {
    let side = repository.commit("2021-02-01", on: "side", from: base, ["b": "1\n"])
    let merge = repository.commit(
      "2021-03-01", merging: [side], ["b": "1\n", "a": "k: hunter22\n"])
    let age = try repository.age(of: "hunter22")
    #expect(age.introduced?.id == (try repository.id(merge)))
    #expect(age.day == "2021-03-01")
  }

  @Test func `an octopus merge and its branches`() throws {
    let sides = (1...3).map { side in
      repository.commit(
        "2021-0\(side + 2)-01", on: "side\(side)", from: base, ["s\(side)": "k: hunter22\n"])
    }
    repository.commit(
      "2021-07-01", merging: sides,
      [
        "s1": "k: hunter22\n", "s2": "k: hunter22\n", "s3": "k: hunter22\n",
        "evil": "k: winter33\n",
      ]
    )
    let ages = try repository.ages(of: ["hunter22", "winter33"])
    #expect(ages.map(\.day) == ["2021-03-01", "2021-07-01"])
    #expect(ages.map(\.files) == [3, 1])
    #expect(ages[0].introduced?.id == (try repository.id(sides[0])))
  }

  @Test func `criss-cross merges`() throws {
    let left = repository.commit("2021-02-01", from: base, ["l": "k: hunter22\n"])
    let right = repository.commit("2021-03-01", on: "side", from: base, ["r": "k: winter33\n"])
    let both = ["l": "k: hunter22\n", "r": "k: winter33\n"]
    let one = repository.commit("2021-04-01", from: left, merging: [right], both)
    let two = repository.commit("2021-05-01", on: "side", from: right, merging: [left], both)
    let gone = repository.commit("2021-06-01", on: "side", ["l": nil])
    repository.commit("2021-07-01", from: one, merging: [two], both)
    repository.commit("2021-08-01", merging: [gone], ["l": nil])
    let ages = try repository.ages(of: ["hunter22", "winter33"])
    #expect(ages.map(\.day) == ["2021-02-01", "2021-03-01"])
    #expect(ages[0].removed?.id == (try repository.id(gone)))
    #expect(ages.map(\.isAtHead) == [false, true])
  }

  @Test func `a removal on the line of HEAD counts before a later one elsewhere`() throws {
    let value = repository.commit("2021-02-01", ["a": "k: hunter22\n"])
    let removal = repository.commit("2021-03-01", ["a": "k: other\n"])
    repository.commit("2021-06-01", on: "side", from: value, ["a": "k: third\n"])
    let age = try repository.age(of: "hunter22")
    #expect(age.removed?.id == (try repository.id(removal)))
  }

  @Test func `a value of a side branch is removed there`() throws {
    repository.commit("2021-02-01", on: "side", from: base, ["a": "k: hunter22\n"])
    #expect(try repository.age(of: "hunter22").removed == nil)
    #expect(try repository.age(of: "hunter22").isAtHead == false)
    let removal = repository.commit("2021-06-01", on: "side", ["a": "k: third\n"])
    #expect(try repository.age(of: "hunter22").removed?.id == repository.id(removal))
  }

  @Test func `a merge that resolves a conflict removes the value of one side`() throws {
    repository.commit("2021-02-01", ["a": "k: hunter22\n"])
    let side = repository.commit("2021-03-01", on: "side", from: base, ["a": "k: winter33\n"])
    let merge = repository.commit("2021-04-01", merging: [side], ["a": "k: summer44\n"])
    for age in try repository.ages(of: ["hunter22", "winter33"]) {
      #expect(age.removed?.id == (try repository.id(merge)))
    }
  }

  @Test func `a branch that only a tag names, and a stash`() throws {
    let tagged = repository.commit("2021-02-01", on: "side", from: base, ["a": "k: hunter22\n"])
    repository.point("refs/tags/v1", to: tagged)
    try repository.git("update-ref", "-d", "refs/heads/side")
    try repository.git("reset", "-q", "--hard")
    try repository.git("rm", "-q", "a")
    #expect(try repository.age(of: "hunter22").day == "2021-02-01")
    try repository.git("read-tree", "-u", "--reset", "v1")
    try repository.git(at: "2021-05-01", "stash", "-q")
    try repository.git("tag", "-d", "v1")
    #expect(try repository.age(of: "hunter22").day == "2021-05-01")
  }

  @Test func `a cherry-pick and a rebase keep the author's date`() throws {
    let original = repository.commit("2021-02-01", on: "side", from: base, ["b": "k: hunter22\n"])
    repository.commit("2021-03-01", ["c": "1\n"])
    try repository.git("reset", "-q", "--hard")
    try repository.git(at: "2023-01-01", "cherry-pick", "side")
    try repository.git("update-ref", "-d", "refs/heads/side")
    let picked = try repository.age(of: "hunter22")
    #expect(picked.day == "2021-02-01")
    #expect(picked.basis == .author)
    #expect(picked.introduced?.committerDate.day == "2023-01-01")
    #expect(picked.introduced?.id != (try repository.id(original)))

    repository.commit("2021-04-01", on: "topic", from: base, ["d": "k: winter33\n"])
    try repository.git("checkout", "-q", "topic")
    try repository.git(at: "2024-01-01", "rebase", "-q", "main")
    let rebased = try repository.age(of: "winter33")
    #expect(rebased.day == "2021-04-01")
    #expect(rebased.introduced?.committerDate.day == "2024-01-01")
  }

  @Test func `an older edit that was rebased onto the value does not make it older`() throws {
    repository.commit("2022-06-01", ["a": "k: hunter22\n"])
    repository.commit("2022-07-01", authored: "2021-03-01", ["a": "k: hunter22\nx: 1\n"])
    repository.commit("2022-07-02", authored: "2021-03-02", ["a": nil, "b": "k: hunter22\n"])
    #expect(try repository.age(of: "hunter22").day == "2022-06-01")
  }

  @Test func `a shallow clone gives a lower bound`() throws {
    repository.commit("2021-02-01", ["a": "k: hunter22\n"])
    repository.commit("2022-02-01", ["b": "1\n"])
    repository.commit("2023-02-01", ["b": "2\n"])
    try repository.git("clone", "-q", "--depth", "1", "file://\(repository.path())", "../shallow")
    let age = try repository.age(of: "hunter22", in: "shallow")
    #expect(age.day == "2023-02-01")
    #expect(age.isLowerBound)
    try repository.git(in: "shallow", "fetch", "-q", "--unshallow")
    let whole = try repository.age(of: "hunter22", in: "shallow")
    #expect(whole.day == "2021-02-01")
    #expect(!whole.isLowerBound)
  }

  @Test func `a forged shallow file hides nothing`() throws {
    repository.commit("2021-02-01", ["a": "k: hunter22\n"])
    let last = repository.commit("2023-02-01", ["b": "1\n"])
    _ = try repository.open()
    try repository.write("\(repository.id(last))\n", to: ".git/shallow")
    let age = try repository.age(of: "hunter22")
    #expect(age.day == "2021-02-01")
    #expect(!age.isLowerBound)
  }

  @Test func `a missing parent makes a lower bound`() throws {
    repository.commit("2021-02-01", ["a": "k: hunter22\n"])
    repository.commit("2023-02-01", ["b": "1\n"])
    let lost = "\(try repository.records()[0].id)"
    try repository.remove(".git/objects/\(lost.prefix(2))/\(lost.dropFirst(2))")
    let age = try repository.age(of: "hunter22")
    #expect(age.day == "2021-02-01")
    #expect(age.isLowerBound)
  }
}
