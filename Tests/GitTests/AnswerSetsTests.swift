import Testing

@testable import Git

/// Sets that are kept once do what sets do.
@Suite struct AnswerSetsTests {
  @Test func unionsAreThoseOfSets() {
    var state: UInt64 = 7
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var sets = AnswerSets()
    var known: [Set<Int>] = [[]]
    func expect(_ set: Set<Int>, at place: Int) {
      #expect(sets.members[place].map { Int($0) } == set.sorted())
      if place == known.count { known.append(set) }
      #expect(known[place] == set)
    }
    for _ in 0..<400 {
      let some = (0..<number(below: 7)).map { _ in number(below: 9) }
      expect(Set(some), at: sets.number(of: some))
      let (one, other) = (number(below: known.count), number(below: known.count))
      expect(known[one].union(known[other]), at: sets.union(one, other))
    }
    // Equal sets have one number.
    #expect(Set(known).count == known.count && known.count == sets.members.count)
    #expect(!sets.isFull && known.count > 100)
  }

  @Test func theirRoomIsBounded() {
    var sets = AnswerSets()
    var count = 0
    while !sets.isFull, count < 100 {
      count += 1
      _ = sets.number(of: Array(count..<count + 500_000))
    }
    #expect(count < 100)
  }
}
