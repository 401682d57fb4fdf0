/// Sets of numbers, each kept once and known by a number of its own: most trees of a history hold what
/// another one holds.
struct AnswerSets {
  /// The members of each set, ascending. The first set is empty.
  private(set) var members: [[Int32]] = [[]]
  private var numbers: [[Int32]: Int] = [[]: 0]
  /// What two sets became, by their numbers, the lower one first.
  private var unions: [UInt64: Int] = [:]
  private var size = 0

  /// How many members all sets may have together, a union that is known counting as eight: 128 MiB.
  private static let most = 32 << 20

  /// Whether there is room for more.
  var isFull: Bool { size > Self.most }

  /// The number of a set, whose members may come in any order and more than once.
  mutating func number(of set: [Int]) -> Int {
    var ascending: [Int32] = []
    for member in set.sorted() where ascending.last != Int32(member) {
      ascending.append(Int32(member))
    }
    return number(ofAscending: ascending)
  }

  /// The number of all that two sets hold. O(members), once for the same two.
  mutating func union(_ one: Int, _ other: Int) -> Int {
    if one == other || other == 0 { return one }
    if one == 0 { return other }
    let key = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
    if let known = unions[key] { return known }
    var all: [Int32] = []
    var rest = members[other][...]
    for member in members[one] {
      while let next = rest.first, next < member { all.append(rest.removeFirst()) }
      if rest.first == member { rest.removeFirst() }
      all.append(member)
    }
    let number = number(ofAscending: all + rest)
    unions[key] = number
    size += 8
    return number
  }

  private mutating func number(ofAscending set: [Int32]) -> Int {
    if let known = numbers[set] { return known }
    numbers[set] = members.count
    members.append(set)
    size += set.count
    return members.count - 1
  }
}
