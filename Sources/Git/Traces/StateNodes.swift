/// The nodes of trees, each kept once: two halves, or at a single place the number of a set and -1. Number
/// 0 is that of nothing.
struct StateNodes {
  private var lefts: [Int32] = [0]
  private var rights: [Int32] = [0]
  /// The numbers at the slots of their hashes, 0 for a free one; more than half of them are free.
  private var slots = [Int32](repeating: 0, count: 1024)
  /// Odd, and not to be foreseen: whoever makes up a history cannot make its nodes collide.
  private let factor = UInt64.random(in: .min ... .max) | 1

  /// How many may be kept; with their tables they take 64 MiB.
  private static let most = 2 << 20

  /// How many there are.
  var count: Int { lefts.count }

  /// Whether there is no room for more.
  var isFull: Bool { count > Self.most }

  /// What a node is made of.
  subscript(number: Int32) -> (left: Int32, right: Int32) {
    (lefts[Int(number)], rights[Int(number)])
  }

  /// The number of a node.
  mutating func number(_ left: Int32, _ right: Int32) -> Int32 {
    let slot = slot(left, right)
    if slots[slot] != 0 { return slots[slot] }
    let number = Int32(clamping: count)
    slots[slot] = number
    lefts.append(left)
    rights.append(right)
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The slot that a node has or would get.
  private func slot(_ left: Int32, _ right: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    let hash = (key ^ key >> 29) &* factor
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      let (otherLeft, otherRight) = self[slots[slot]]
      if otherLeft == left, otherRight == right { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in 1..<count {
      slots[slot(lefts[number], rights[number])] = Int32(clamping: number)
    }
  }
}
