import Findings
import Git
import Patterns
import Testing

@testable import Aging

/// A search that follows deltas, held against one that reads every byte of every blob.
@Suite struct ValueVisitorTests {
  let box: TestRepository
  init() throws { box = try TestRepository() }

  /// A file whose versions move, cut, join and repeat values, at its edges, too.
  private func versions(of values: [String]) -> [String] {
    var versions: [String] = []
    var random: UInt64 = 7
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    var text = (0..<200).map { "line \($0) of a file that goes on\n" }.joined()
    for _ in 0..<80 {
      let value = values[next(values.count)]
      let place = text.index(text.startIndex, offsetBy: next(text.count))
      switch next(6) {
      case 0: text.insert(contentsOf: " \(value) ", at: place)
      case 1: text.insert(contentsOf: String(value.prefix(next(value.count))), at: place)
      case 2: text = value + text
      case 3: text += value
      case 4:
        let end = text.index(place, offsetBy: next(400), limitedBy: text.endIndex) ?? text.endIndex
        text.removeSubrange(place..<end)
      default:
        let end = text.index(place, offsetBy: next(900), limitedBy: text.endIndex) ?? text.endIndex
        text.insert(contentsOf: text[place..<end], at: text.startIndex)
        if text.count > 20_000 { text.removeLast(9_000) }
      }
      versions.append(text)
    }
    return versions
  }

  @Test func `finds what a search of all bytes finds, and reads less`() throws {
    // The last is so long that it is looked for in pieces, of which changes take some away.
    let digits = Array("abcdefghijkmnopqrstuvwxyz0123456789")
    let long = String((0..<150).map { digits[$0 * $0 * 7 % digits.count] })
    let values = ["hunter22", String(repeating: "aB3x", count: 9), "k=v;\"q\"", "abcd", long]
    for (index, text) in versions(of: values).enumerated() {
      let other = index % 3 == 0 ? ["g\(index)": String(text.reversed())] : [:]
      box.commit("2021-01-01", ["f": text].merging(other) { $1 })
    }
    try box.git("repack", "-qadf", "--depth=50", "--window=50")
    let repository = try box.open()
    let search = ValueSearch(values.map { Secret($0.utf8) })

    var expected: [Set<ObjectID>] = values.map { _ in [] }
    var total = 0
    var hits: [KeywordHit] = []
    var reader = BatchReader(repository)
    try reader.read(try repository.objects().blobs.map(\.id)) { id, _, bytes in
      search.search(bytes, hits: &hits) { expected[$0].insert(id) }
      total += bytes.count
      return true
    }

    let walk = ObjectWalk(try ObjectStore(repository), of: .blob)
    var walker = ObjectWalker()
    var visitor = ValueVisitor(search)
    for piece in walk.pieces { walker.visit(piece, of: walk, &visitor) }
    var found: [Set<ObjectID>] = values.map { _ in [] }
    for (value, blob) in visitor.found { found[value].insert(blob) }
    #expect(found == expected)
    #expect(expected.allSatisfy { !$0.isEmpty })
    #expect(visitor.searched < total / 2)
  }
}
