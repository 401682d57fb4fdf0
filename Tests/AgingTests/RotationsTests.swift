import Findings
import Testing

@testable import Aging

@Suite struct RotationsTests {
  let repository: TestRepository
  init() throws { repository = try TestRepository() }

  /// Asks about the key `k` and compares the answer.
  private func expect(
    _ value: String, last: TestRepository.Mark, count: Int, isReused: Bool = false,
    in path: String = "ci.yml", key: String = "k",
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let rotation = try repository.rotation(of: key, in: path, now: value)
    #expect(rotation?.last.id == (try repository.id(last)), sourceLocation: place)
    #expect(rotation?.count == count, sourceLocation: place)
    #expect(rotation?.isReused == isReused, sourceLocation: place)
  }

  @Test func `only another value is a rotation`() throws {
    repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    let second = repository.commit("2021-02-01", ["ci.yml": "k: two\n"])
    repository.commit("2021-03-01", ["ci.yml": "x: 1\n    k: 'two'\n"])
    repository.commit("2021-04-01", ["ci.yml": "x: 1\r\n  k: \"two\"\r\n"])
    repository.commit("2021-05-01", ["ci.yml": "k: two\n"])
    try expect("two", last: second, count: 1)
  }

  @Test func `a value that never changed was last rotated when it came`() throws {
    repository.commit("2021-01-01", ["ci.yml": "x: 1\n"])
    let second = repository.commit("2021-02-01", ["ci.yml": "k: one\n"])
    repository.commit("2021-03-01", ["ci.yml": "k: one\nx: 2\n"])
    try expect("one", last: second, count: 0)
  }

  @Test func `an old value that is used again`() throws {
    repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    repository.commit("2021-02-01", ["ci.yml": "k: two\n"])
    let third = repository.commit("2021-03-01", ["ci.yml": "k: one\n"])
    try expect("one", last: third, count: 2, isReused: true)
    #expect(try repository.age(of: "k: one").day == "2021-01-01")
    let fourth = repository.commit("2021-04-01", ["ci.yml": "k: three\n"])
    try expect("three", last: fourth, count: 3)
  }

  @Test func `a time without the key is no rotation`() throws {
    let first = repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    repository.commit("2021-02-01", ["ci.yml": "[broken\n"])
    repository.commit("2021-03-01", ["ci.yml": "k: one\n"])
    try expect("one", last: first, count: 0)
  }

  @Test func `a value that is not HEAD's has no rotation`() throws {
    repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    repository.commit("2021-02-01", ["ci.yml": "k: two\n"])
    #expect(try repository.rotation(of: "k", in: "ci.yml", now: "one") == nil)
    #expect(try repository.rotation(of: "k", in: "ci.yml", now: "unseen") == nil)
    #expect(try repository.rotation(of: "j", in: "ci.yml", now: "two") == nil)
    #expect(try repository.rotation(of: "k", in: "other.yml", now: "two") == nil)
    let empty = try TestRepository()
    #expect(try empty.rotation(of: "k", in: "ci.yml", now: "two") == nil)
  }

  @Test func `a renamed file is followed`() throws {
    repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    let second = repository.commit("2021-02-01", ["ci.yml": "k: two\n"])
    repository.commit("2021-03-01", ["ci.yml": nil, "build.yml": "k: two\n"])
    repository.commit(
      "2021-04-01", ["build.yml": nil, "d.yml": "x: 1\n", "e.yml": "k: two\nx: 1\n"])
    try expect("two", last: second, count: 1, in: "e.yml")
  }

  @Test func `a rename in the commit that changes the value`() throws {
    let rest = "a: 1\nb: 2\nc: 3\n"
    repository.commit("2021-01-01", ["ci.yml": rest + "k: one\n", "bad.yml": "k: zero\nz: 9\n"])
    let second = repository.commit(
      "2021-02-01", ["ci.yml": nil, "bad.yml": nil, "build.yml": rest + "k: two\n"])
    try expect("two", last: second, count: 1, in: "build.yml")
    // Moved to another folder, the name says that it is the file.
    let third = repository.commit("2021-03-01", ["build.yml": nil, "ci/build.yml": "k: three\n"])
    try expect("three", last: third, count: 2, in: "ci/build.yml")
  }

  @Test func `a file that has nothing in common is no rename`() throws {
    repository.commit("2021-01-01", ["old.yml": "k: one\na: 1\nb: 2\n"])
    let second = repository.commit("2021-02-01", ["old.yml": nil, "new.yml": "k: two\nc: 3\n"])
    try expect("two", last: second, count: 0, in: "new.yml")
  }

  @Test func `a renamed key is followed, a copied one is new`() throws {
    let first = repository.commit("2021-01-01", ["ci.yml": "j: one\n"])
    repository.commit("2021-02-01", ["ci.yml": "k: one\n"])
    try expect("one", last: first, count: 0)
    let third = repository.commit("2021-03-01", ["ci.yml": "k: one\nl: one\n"])
    try expect("one", last: first, count: 0)
    try expect("one", last: third, count: 0, key: "l")
    repository.commit("2021-04-01", ["ci.yml": "[broken\n"])
    repository.commit("2021-05-01", ["ci.yml": "m: one\nl: one\n"])
    try expect("one", last: first, count: 0, key: "m")
  }

  @Test func `a branch that HEAD does not reach is not seen`() throws {
    let first = repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    repository.commit("2021-02-01", on: "side", from: first, ["ci.yml": "k: two\n"])
    try expect("one", last: first, count: 0)
  }

  @Test func `a merge that takes one side is no rotation of its own`() throws {
    let first = repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    let side = repository.commit("2021-02-01", on: "side", from: first, ["ci.yml": "k: two\n"])
    repository.commit("2021-03-01", from: first, ["x": "1\n"])
    repository.commit("2021-04-01", merging: [side], ["ci.yml": "k: two\n"])
    try expect("two", last: side, count: 1)
    // The other side had a later change, but the merge did not take it.
    let ours = repository.commit("2021-05-01", ["ci.yml": "k: three\n"])
    let late = repository.commit("2021-06-01", on: "late", from: side, ["ci.yml": "k: four\n"])
    repository.commit("2021-07-01", merging: [late])
    try expect("three", last: ours, count: 2)
  }

  @Test func `a branch that changed the value and took it back is no rotation`() throws {
    let first = repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    repository.commit("2021-02-01", on: "side", from: first, ["ci.yml": "k: two\n"])
    let side = repository.commit("2021-03-01", on: "side", ["ci.yml": "k: one\n"])
    repository.commit("2021-04-01", from: first, ["x": "1\n"])
    repository.commit("2021-05-01", merging: [side])
    try expect("one", last: first, count: 0)
  }

  @Test func `a merge that joins edits follows the side of the value`() throws {
    let first = repository.commit("2021-01-01", ["ci.yml": "k: one\nx: 1\n"])
    let side = repository.commit(
      "2021-02-01", on: "side", from: first, ["ci.yml": "k: two\nx: 1\n"])
    repository.commit("2021-03-01", from: first, ["ci.yml": "k: one\nx: 2\n"])
    repository.commit("2021-04-01", merging: [side], ["ci.yml": "k: two\nx: 2\n"])
    try expect("two", last: side, count: 1)
  }

  @Test func `a merge that makes the value itself`() throws {
    let first = repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    let side = repository.commit("2021-02-01", on: "side", from: first, ["ci.yml": "k: two\n"])
    repository.commit("2021-03-01", from: first, ["ci.yml": "k: three\n"])
    let merge = repository.commit("2021-04-01", merging: [side], ["ci.yml": "k: four\n"])
    try expect("four", last: merge, count: 2)
  }

  @Test func `criss-cross and octopus merges end`() throws {
    let first = repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    var left = repository.commit("2021-01-02", from: first, ["ci.yml": "k: two\n"])
    let changed = left
    var right = repository.commit("2021-01-03", on: "side", from: first, ["s": "0\n"])
    for round in 1...40 {
      let files = ["ci.yml": "k: two\n", "s": "\(round)\n"]
      let next = repository.commit("2021-02-01", from: left, merging: [right], files)
      right = repository.commit("2021-02-01", on: "side", from: right, merging: [left], files)
      left = next
    }
    repository.commit("2021-03-01", from: left, merging: [right, first], ["s": "end\n"])
    try expect("two", last: changed, count: 1)
  }

  @Test func `a file that came with a merge is found behind it`() throws {
    let first = repository.commit("2021-01-01", ["x": "1\n"])
    let side = repository.commit("2021-02-01", on: "side", from: first, ["ci.yml": "k: one\n"])
    repository.commit("2021-03-01", from: first, ["x": "2\n"])
    repository.commit("2021-04-01", merging: [side], ["ci.yml": "k: one\n"])
    try expect("one", last: side, count: 0)
  }

  @Test func `false dates do not change the order of values`() throws {
    repository.commit("2023-01-01", ["ci.yml": "k: one\n"])
    let second = repository.commit("2001-01-01", ["ci.yml": "k: two\n"])
    repository.commit("2022-01-01", authored: "2099-01-01", ["ci.yml": "k: 'two'\n"])
    try expect("two", last: second, count: 1)
  }

  @Test func `a shallow clone ends at its boundary`() throws {
    repository.commit("2021-01-01", ["ci.yml": "k: one\n"])
    repository.commit("2022-01-01", ["ci.yml": "k: two\n"])
    let last = repository.commit("2023-01-01", ["x": "1\n"])
    try repository.git("clone", "-q", "--depth", "1", "file://\(repository.path())", "../shallow")
    let rotation = try repository.rotation(of: "k", in: "ci.yml", now: "two", of: "shallow")
    #expect(rotation?.last.id == (try repository.id(last)))
    #expect(rotation?.count == 0)
  }
}
