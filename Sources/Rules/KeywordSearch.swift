/// Looks for the keywords of one rule, where the filter of all rules was not asked.
struct KeywordSearch {
  private let words: [(bytes: [UInt8], ignoresCase: Bool)]
  /// Whether a keyword begins with a byte.
  private let first: [Bool]
  /// The length of the longest keyword.
  let longest: Int

  init(_ keywords: [Rule.Keyword]) {
    words = keywords.map { (Array($0.text.utf8), $0.ignoresCase) }
    longest = words.map(\.bytes.count).max() ?? 0
    var first = [Bool](repeating: false, count: 256)
    for word in words {
      guard let byte = word.bytes.first else { continue }
      first[Int(byte)] = true
      if word.ignoresCase { first[Int(Self.otherCase(byte))] = true }
    }
    self.first = first
  }

  /// Where the first keyword begins in a range. O(range) but for its keywords.
  func first(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    range.first { place in first[Int(bytes[place])] && stands(at: place, in: bytes) }
  }

  private func stands(at place: Int, in bytes: Span<UInt8>) -> Bool {
    words.contains { word in
      guard place + word.bytes.count <= bytes.count else { return false }
      return word.bytes.indices.allSatisfy { index in
        let (own, byte) = (word.bytes[index], bytes[place + index])
        return own == byte || word.ignoresCase && Self.otherCase(own) == byte
      }
    }
  }

  private static func otherCase(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: byte ^ 0x20
    default: byte
    }
  }
}
