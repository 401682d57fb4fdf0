/// What is known of some words: for each word a set of flags. A lookup costs a multiplication and,
/// mostly, one comparison.
struct WordTable: Sendable {
  private var words: [PackedWord]
  private var flags: [UInt32]
  private let shift: UInt64

  /// A table.
  ///
  /// - Parameter lists: lists of words in lower case, each with the flag that its words have. Words
  ///   longer than ``PackedWord/longest`` are none that a table can hold.
  init(_ lists: [(flag: UInt32, words: [String])]) {
    let count = lists.reduce(0) { $0 + $1.words.count }
    // At most half full, so that searches end soon.
    let bits = max(4, Int.bitWidth - (2 * count).leadingZeroBitCount)
    words = Array(repeating: PackedWord(), count: 1 << bits)
    flags = Array(repeating: 0, count: 1 << bits)
    shift = UInt64(64 - bits)
    for (flag, list) in lists {
      for word in list {
        guard let packed = PackedWord(Array(word.utf8)) else { continue }
        let place = place(of: packed)
        words[place] = packed
        flags[place] |= flag
      }
    }
  }

  /// The flags of a word; 0 for an unknown one.
  @inline(__always)
  subscript(word: PackedWord) -> UInt32 { flags[place(of: word)] }

  /// Where a word stands, or would.
  @inline(__always)
  private func place(of word: PackedWord) -> Int {
    var place = Int(truncatingIfNeeded: word.hash &>> shift)
    while flags[place] != 0, words[place] != word { place = (place + 1) & (words.count - 1) }
    return place
  }
}
