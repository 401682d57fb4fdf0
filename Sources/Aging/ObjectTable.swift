internal import Findings

/// Gives each object a small number, in the order in which they come.
///
/// Names are digests: a part of the name is as good as a hash of it, and costs nothing. A look-up
/// is O(1); somebody who makes up objects to collide slows down only the look-up of those.
struct ObjectTable: Sendable {
  /// The objects by their numbers.
  private(set) var ids: [ObjectID] = []
  /// The upper half is a part of the name, the lower one the number.
  private var slots = [UInt64](repeating: free, count: 16)

  private static let free = UInt64.max

  /// The number of an object; `nil` if it has none.
  func index(of id: ObjectID) -> Int? {
    let (slot, _) = place(of: id)
    return slots[slot] == Self.free ? nil : Int(slots[slot] & 0xFFFF_FFFF)
  }

  /// The number of an object, which gets one if it has none.
  mutating func insert(_ id: ObjectID) -> Int {
    let (slot, part) = place(of: id)
    if slots[slot] != Self.free { return Int(slots[slot] & 0xFFFF_FFFF) }
    slots[slot] = part << 32 | UInt64(ids.count)
    ids.append(id)
    if ids.count * 2 > slots.count { grow() }
    return ids.count - 1
  }

  /// The slot that an object has or would get, and the part of its name that stands there.
  private func place(of id: ObjectID) -> (slot: Int, part: UInt64) {
    let part = Self.part(of: id)
    var slot = Int(part) & (slots.count - 1)
    while slots[slot] != Self.free {
      if slots[slot] >> 32 == part, ids[Int(slots[slot] & 0xFFFF_FFFF)] == id { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (slot, part)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: Self.free, count: old.count * 2)
    for entry in old where entry != Self.free {
      var slot = Int(entry >> 32) & (slots.count - 1)
      while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  private static func part(of id: ObjectID) -> UInt64 {
    id.prefix >> 32
  }
}
