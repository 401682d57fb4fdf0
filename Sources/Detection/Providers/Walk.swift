/// Walks from a provider's name along its line, from one place where a value may begin to the next,
/// and remembers what stood between.
struct Walk {
  /// How far behind a name its value may begin, in bytes of the same line.
  static let reach = 96
  /// How far behind the last word for a secret, where nothing is assigned.
  private static let wordReach = 16

  private let bytes: [UInt8]
  /// The provider's word.
  private let word: Range<Int>
  /// The whole name that holds the word.
  let name: Range<Int>
  /// Whether the word is a part of an address or a path, where anything may follow it.
  private let isInAddress: Bool
  private var place: Int
  /// The end of the last word for a secret.
  private var wordEnd: Int?
  /// The same, for a word at the place that was handed out last: it may be the value's own.
  private var nextWordEnd: Int?
  /// Whether a word said that what follows is no secret.
  private var isSomethingElse = false
  /// The same, for a word at the place that was handed out last.
  private var nextIsSomethingElse = false

  init(_ bytes: [UInt8], name word: Range<Int>) {
    self.bytes = bytes
    self.word = word
    place = word.upperBound
    var start = word.lowerBound
    while start > 0, word.lowerBound - start < 48, bytes[start - 1].isNameByte { start -= 1 }
    var end = word.upperBound
    while end < bytes.count, end - word.upperBound < 48, bytes[end].isNameByte { end += 1 }
    name = start..<end
    let before = start > 0 ? bytes[start - 1] : 0x0A
    let behind = bytes[word.upperBound..<end]
    isInAddress =
      before == UInt8(ascii: "/") || before == UInt8(ascii: "@")
      || behind.hasPrefix(".") && behind.count > 2 && !behind.hasPrefix(".api")
        && behind.dropFirst().prefix { $0 != UInt8(ascii: ".") }.count <= 4
      || end < bytes.count && bytes[end] == UInt8(ascii: "/")
    for place in start..<word.lowerBound where wordEnd == nil {
      if WordBoundary.begins(bytes, at: place), SecretWord.length(in: bytes, at: place) != nil {
        wordEnd = word.upperBound
      }
    }
  }

  /// The next place where a value may begin.
  mutating func next() -> Int? {
    if let nextWordEnd { wordEnd = nextWordEnd }
    isSomethingElse = nextIsSomethingElse
    while place < bytes.count, place - word.upperBound < Self.reach, !bytes[place].isNewline {
      let here = place
      place += 1
      let byte = bytes[here]
      if byte.isLetter {
        if let length = SecretWord.length(in: bytes, at: here) { nextWordEnd = here + length }
        if !bytes[here - 1].isLetter, SecretWord.isOther(bytes, at: here) {
          nextIsSomethingElse = true
        }
      }
      if !bytes[here - 1].isAlphanumeric, bytes[here - 1] != UInt8(ascii: "$"), !byte.isBlank,
        !byte.isQuote
      {
        return here
      }
      if let nextWordEnd { wordEnd = nextWordEnd }
      isSomethingElse = nextIsSomethingElse
    }
    return nil
  }

  /// How a value at a place hangs on the name; `nil` if it does not.
  func bond(of value: Range<Int>) -> ProviderMatch.Bond? {
    // `uses: clarifai/create-token@…`: a commit.
    if value.lowerBound > 0, bytes[value.lowerBound - 1] == UInt8(ascii: "@"),
      TokenShape.namesThings(bytes[value])
    {
      return nil
    }
    let call = ProviderCall(bytes: bytes, word: word)
    if call.takes(value) || call.isOption(value) { return .mentioned }
    guard !isSomethingElse else { return nil }
    let whole = name.lowerBound..<min(name.upperBound, trimmed(value.lowerBound))
    if let wordEnd {
      guard wordEnd <= value.lowerBound else { return nil }
      if SecretName.meaning(of: bytes[whole]) == nil, wordEnd <= whole.upperBound { return nil }
      if isAssigned(value.lowerBound, from: whole.upperBound) { return .assigned }
      return value.lowerBound - wordEnd <= Self.wordReach ? .mentioned : nil
    }
    guard !isInAddress, whole.upperBound == word.upperBound else { return nil }
    if isAssigned(value.lowerBound, from: whole.upperBound) { return .mentioned }
    let gap = value.lowerBound - word.upperBound
    guard gap <= 2, !TokenShape.namesThings(bytes[value]) else { return nil }
    return .beside
  }

  /// Whether only blanks, quotes and a mark of assignment stand between a name and a value.
  private func isAssigned(_ value: Int, from end: Int) -> Bool {
    guard end < value else { return false }
    var hasMark = false
    for byte in bytes[end..<value] {
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: ">"): hasMark = true
      case _ where byte.isBlank || byte.isQuote: break
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","): break
      default: return false
      }
    }
    return hasMark
  }

  /// The end of the name, if the value hangs on it by a dash.
  private func trimmed(_ value: Int) -> Int {
    var end = value
    while end > word.upperBound, !bytes[end - 1].isAlphanumeric { end -= 1 }
    return end
  }
}
