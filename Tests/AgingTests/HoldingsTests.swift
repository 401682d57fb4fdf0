import Findings
import Git
import Testing

@testable import Aging

/// In how many commits and branches values stand, told by the changes and by the trees.
@Suite struct HoldingsTests {
  let repository: TestRepository
  init() throws { repository = try TestRepository() }

  @Test func `count what merges take over from either side`() throws {
    let base = repository.commit("2021-01-01", ["a": "k: hunter22\n", "d/x": "1\n"])
    let side = repository.commit(
      "2021-02-01", on: "side", from: base,
      ["d/b": "k: winter33\n", "d/e/c": "k: summer44\n", "a": nil])
    repository.commit("2021-03-01", from: base, ["d/x": "k: autumn55\n"])
    // The folder has something of both; the file that one side removed is gone.
    let sides = ["d/b": "k: winter33\n", "d/e/c": "k: summer44\n", "a": nil]
    let merge = repository.commit("2021-04-01", merging: [side], sides)
    repository.commit("2021-05-01", from: merge, ["a": "k: other\n"])
    let values = ["hunter22", "winter33", "summer44", "autumn55"]
    let found = try #require(try repository.holdings(of: values))
    #expect(found.map(\.commits) == [2, 3, 3, 3])
    #expect(found.map(\.branches) == [0, 2, 2, 1])
  }

  @Test func `a merge that is the same as a side has all that stands there`() throws {
    let base = repository.commit("2021-01-01", ["a": "1\n"])
    let side = repository.commit("2021-02-01", on: "side", from: base, ["a": "k: hunter22\n"])
    repository.commit("2021-03-01", merging: [side], ["a": "k: hunter22\n"])
    let found = try #require(try repository.holdings(of: ["hunter22"]))
    #expect(found.map(\.commits) == [2])
    #expect(found.map(\.branches) == [2])
  }

  /// Histories of all shapes: the trees are the judge of what the changes tell.
  @Test(arguments: 1...6) func `are those that the trees tell`(seed: UInt64) throws {
    var state = seed
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let paths = ["a", "a.b", "a0", "d/f", "d/g", "d/e/h", "d/e/i", "e", "d-", "é/x"]
    let values = (0..<5).map { "hunter\(seed)\($0)" }
    var marks: [(mark: TestRepository.Mark, files: [String: String])] = []
    for day in 0..<120 {
      let parents =
        marks.isEmpty
        ? []
        : (0..<1 + max(0, number(below: 6) - 3)).map { _ in
          marks[max(0, marks.count - 1 - number(below: 9))]
        }
      // Of a merge each file is that of any parent; a few are changed on the way.
      var files: [String: String] = [:]
      for path in paths {
        let sources = parents.isEmpty ? [] : [parents[number(below: parents.count)]]
        files[path] = sources.first?.files[path]
        if number(below: 8) == 0 {
          let text = "k: \(values[number(below: values.count)])\nx: \(number(below: 3))\n"
          files[path] = number(below: 3) == 0 ? nil : text
        }
      }
      // A folder may become a file.
      if number(below: 9) == 0 {
        for path in paths where path.hasPrefix("d/e/") { files[path] = nil }
        files["d/e"] = "k: \(values[0])\n"
      } else {
        files["d/e"] = nil
      }
      var written: [String: String?] = [:]
      for path in paths + ["d/e"] where files[path] != parents.first?.files[path] {
        written[path] = .some(files[path])
      }
      let mark = repository.commit(
        "\(1_600_000_000 + day * 3_600)", on: "b\(number(below: 4))",
        from: parents.first?.mark, merging: parents.dropFirst().map(\.mark), written)
      marks.append((mark, files))
    }
    let found = try #require(try repository.holdings(of: values))
    #expect(found.contains { $0.commits > 20 && $0.branches > 0 })
  }

  @Test func `are not told by changes where a parent is missing`() throws {
    repository.commit("2021-02-01", ["a": "k: hunter22\n"])
    repository.commit("2022-02-01", ["b": "1\n"])
    repository.commit("2023-02-01", ["b": "2\n"])
    try repository.git("clone", "-q", "--depth", "1", "file://\(repository.path())", "../shallow")
    let history = try repository.history("shallow")
    let held = HeldValues([Set(history.blobs)], in: history)
    #expect(history.holdings(of: held, branches: [[0]]) == nil)
  }
}

extension TestRepository {
  /// How often values stand, by the changes; the trees have to say the same.
  fileprivate func holdings(of values: [String]) throws -> [HistoryTrace.Holding]? {
    let history = try history()
    let holders = try holders(of: values)
    let traced = try #require(try traced(holders))
    let counts = history.holdings(
      of: HeldValues(holders, in: history), branches: traced.branchTips)
    #expect(counts == traced.holdings)
    return counts
  }
}
