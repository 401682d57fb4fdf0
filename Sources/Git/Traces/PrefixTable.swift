/// Places of objects by the beginnings of their names: digests, so that the beginning is as good as a
/// name. Only somebody who makes names up makes two that begin alike.
struct PrefixTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private let mask: Int
  /// Makes slots that nobody can foresee.
  private let seed: UInt64
  /// Whether two names begin alike, so that one of them cannot be found.
  private(set) var isAmbiguous = false

  /// A table of the places of a list.
  init(_ prefixes: [UInt64], seed: UInt64) {
    self.seed = seed
    var size = 16
    while size < prefixes.count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
    for (place, prefix) in prefixes.enumerated() {
      let slot = slot(of: prefix)
      if values[slot] >= 0 { isAmbiguous = true }
      (keys[slot], values[slot]) = (prefix, Int32(clamping: place))
    }
  }

  /// The place of an object; `nil` if it is not in the list.
  subscript(prefix: UInt64) -> Int? {
    let value = values[slot(of: prefix)]
    return value < 0 ? nil : Int(value)
  }

  private func slot(of prefix: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (prefix ^ seed) &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while values[slot] >= 0, keys[slot] != prefix { slot = (slot + 1) & mask }
    return slot
  }
}
