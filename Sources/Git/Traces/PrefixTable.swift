/// Places of objects by the beginnings of their names: digests, so that the beginning is as good as a
/// hash. Of names that begin alike, which somebody has to make up, the first one counts.
struct PrefixTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private let mask: Int

  /// A table of the places of a list.
  init(_ prefixes: [UInt64]) {
    var size = 16
    while size < prefixes.count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
    for (place, prefix) in prefixes.enumerated() {
      let slot = slot(of: prefix)
      if values[slot] < 0 { (keys[slot], values[slot]) = (prefix, Int32(clamping: place)) }
    }
  }

  /// The place of an object; `nil` if it is not in the list.
  subscript(prefix: UInt64) -> Int? {
    let value = values[slot(of: prefix)]
    return value < 0 ? nil : Int(value)
  }

  private func slot(of prefix: UInt64) -> Int {
    // The highest bits: neighbours in a pack's index would share them, a walk is in another order.
    var slot = Int(truncatingIfNeeded: prefix >> 20) & mask
    while values[slot] >= 0, keys[slot] != prefix { slot = (slot + 1) & mask }
    return slot
  }
}
