/// What stands at some places after each commit of a history: sets of values, kept as binary trees over
/// the places that share what they have in common. A commit that changes one place makes as many nodes
/// as the tree has levels; two states are the same if, and only if, their numbers are.
public struct PlaceStates {
  /// A state, by its number; 0 for the one in which nothing stands anywhere.
  public typealias State = Int32

  /// What a place has from now on.
  public struct Change: Sendable {
    let place: Int
    let set: Int

    /// A set of values, by its number, at a place.
    public init(place: Int, set: Int) {
      self.place = place
      self.set = set
    }
  }

  private var sets = AnswerSets()
  private var nodes = StateNodes()
  /// For each node the set of all that stands in it; -1 where it was not asked for.
  private var unions: [Int32] = []
  /// How many places the trees have room for: a power of two.
  private let width: Int

  /// States of so many places.
  public init(places: Int) {
    var width = 1
    while width < places { width *= 2 }
    self.width = width
  }

  /// Whether there is no room for more.
  public var isFull: Bool { nodes.isFull || sets.isFull }

  /// The number of a set of values; 0 for the empty one.
  public mutating func set(ofValues values: [Int]) -> Int { sets.number(of: values) }

  /// The values of a set, ascending.
  public func values(of set: Int) -> [Int32] { sets.members[set] }

  /// The set that stands at a place. O(log places).
  public func set(at place: Int, in state: State) -> Int {
    var node = state
    var half = width / 2
    while node != 0, half > 0 {
      node = place & half == 0 ? nodes[node].left : nodes[node].right
      half /= 2
    }
    return node == 0 ? 0 : Int(nodes[node].left)
  }

  /// A state with some changes.
  ///
  /// - Parameter changes: in the order of their places, no place twice.
  /// - Complexity: O(changes * log places).
  public mutating func state(_ state: State, with changes: [Change]) -> State {
    changed(state, 0, width, changes[...])
  }

  /// A state that has at some places what another one has there. O(log places) and the nodes that differ.
  public mutating func state(
    _ state: State, with places: Range<Int>, from other: State
  ) -> State {
    joined(state, other, 0..<width, places)
  }

  /// The set of all that stands anywhere in one of some states.
  ///
  /// - Complexity: O(members of the sets below), once for each node.
  public mutating func set(of states: some Sequence<State>) -> Int {
    if unions.count < nodes.count {
      unions += [Int32](repeating: -1, count: nodes.count - unions.count)
    }
    var set = 0
    for state in states { set = sets.union(set, union(of: state)) }
    return set
  }

  // The three that follow go as deep as the tree has levels.

  private mutating func changed(
    _ node: State, _ first: Int, _ width: Int, _ changes: ArraySlice<Change>
  ) -> State {
    guard let change = changes.first else { return node }
    if width == 1 { return change.set == 0 ? 0 : nodes.number(Int32(clamping: change.set), -1) }
    let half = width / 2
    let end = changes.firstIndex { $0.place >= first + half } ?? changes.endIndex
    let (left, right) = nodes[node]
    return pair(
      changed(left, first, half, changes[..<end]),
      changed(right, first + half, half, changes[end...]))
  }

  /// Of two nodes for the same places one that is the second in a range, the first elsewhere.
  private mutating func joined(
    _ one: State, _ other: State, _ own: Range<Int>, _ places: Range<Int>
  ) -> State {
    if one == other || !own.overlaps(places) { return one }
    if places.lowerBound <= own.lowerBound, own.upperBound <= places.upperBound { return other }
    let middle = own.lowerBound + own.count / 2
    let (first, second) = (nodes[one], nodes[other])
    let left = joined(first.left, second.left, own.lowerBound..<middle, places)
    let right = joined(first.right, second.right, middle..<own.upperBound, places)
    return pair(left, right)
  }

  private mutating func union(of state: State) -> Int {
    if state == 0 { return 0 }
    if unions[Int(state)] >= 0 { return Int(unions[Int(state)]) }
    let (left, right) = nodes[state]
    let set = right < 0 ? Int(left) : sets.union(union(of: left), union(of: right))
    unions[Int(state)] = Int32(clamping: set)
    return set
  }

  private mutating func pair(_ left: State, _ right: State) -> State {
    left == 0 && right == 0 ? 0 : nodes.number(left, right)
  }
}
