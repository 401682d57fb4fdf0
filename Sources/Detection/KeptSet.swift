/// A set of small whole numbers that knows its members' neighbours: a bit for each number.
struct KeptSet {
  private var words: [UInt64]

  /// An empty set of numbers below `count`.
  init(count: Int) { words = Array(repeating: 0, count: count / 64 + 1) }

  mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

  /// The largest member at or below a number. O(1 + distance / 64).
  func last(through number: Int) -> Int? {
    guard number >= 0 else { return nil }
    var index = number / 64
    var word = words[index] & (~0 >> UInt64(63 - number % 64))
    while word == 0 {
      guard index > 0 else { return nil }
      index -= 1
      word = words[index]
    }
    return index * 64 + 63 - word.leadingZeroBitCount
  }

  /// The smallest member at or above a number. O(1 + distance / 64).
  func first(from number: Int) -> Int? {
    var index = number / 64
    guard index < words.count else { return nil }
    var word = words[index] & (~0 << UInt64(number % 64))
    while word == 0 {
      index += 1
      guard index < words.count else { return nil }
      word = words[index]
    }
    return index * 64 + word.trailingZeroBitCount
  }
}
