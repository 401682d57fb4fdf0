import Testing

@testable import Git

/// States that share what they have in common do what lists of sets do.
@Suite struct PlaceStatesTests {
  @Test(arguments: [1, 2, 5, 8]) func `are lists of sets`(places: Int) {
    var seed: UInt64 = 5
    func number(below limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    var states = PlaceStates(places: places)
    var known: [(state: PlaceStates.State, sets: [Int])] = [
      (0, [Int](repeating: 0, count: places))
    ]
    let sets = [[], [1], [2], [1, 2], [0, 3]].map { states.set(ofValues: $0) }
    #expect(sets[0] == 0)
    for _ in 0..<500 {
      var (state, wanted) = known[number(below: known.count)]
      if number(below: 2) == 0 {
        let changed = (0..<places).filter { _ in number(below: 2) == 0 }
          .map { PlaceStates.Change(place: $0, set: sets[number(below: sets.count)]) }
        state = states.state(state, with: changed)
        for change in changed { wanted[change.place] = change.set }
      } else {
        let other = known[number(below: known.count)]
        let start = number(below: places + 1)
        let range = start..<start + number(below: places + 1 - start)
        state = states.state(state, with: range, from: other.state)
        wanted.replaceSubrange(range, with: other.sets[range])
      }
      #expect((0..<places).map { states.set(at: $0, in: state) } == wanted)
      let all = wanted.reduce(into: Set<Int32>()) { $0.formUnion(states.values(of: $1)) }
      let set = states.set(of: [state])
      #expect(states.values(of: set) == all.sorted())
      known.append((state, wanted))
    }
    // Equal states have one number.
    #expect(Set(known.map(\.state)).count == Set(known.map(\.sets)).count)
    #expect(!states.isFull)
  }

  @Test func `their room is bounded`() {
    var states = PlaceStates(places: 1 << 16)
    let sets = (0..<64).map { states.set(ofValues: [$0]) }
    var state: PlaceStates.State = 0
    var count = 0
    while !states.isFull, count < 1 << 19 {
      let place = count * 40_503 % (1 << 16)
      state = states.state(state, with: [.init(place: place, set: sets[(count >> 16 + 1) % 64])])
      count += 1
    }
    #expect(states.isFull && count > 1 << 16)
  }
}
