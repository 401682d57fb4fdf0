/// Where the words of providers stand in a text, as far as it has been asked for: most secrets have none
/// near them, and need not look for whose they are.
struct NearbyWords {
  /// What is known: the places of all words that begin in a part of the text, in order.
  private var places: [Int] = []
  private var known = 0..<0

  /// Whether a provider's word begins in a part of a text, always the same text. Asked in the order of
  /// the text, it reads each byte once.
  mutating func isAny(in part: Range<Int>, of bytes: [UInt8], _ names: ProviderNames) -> Bool {
    if part.lowerBound < known.lowerBound || part.lowerBound > known.upperBound {
      places.removeAll(keepingCapacity: true)
      known = part.lowerBound..<part.lowerBound
    }
    var place = known.upperBound
    while place < part.upperBound,
      let word = names.nextWord(in: bytes, from: place, to: part.upperBound)
    {
      places.append(word)
      place = word + 1
    }
    known = known.lowerBound..<max(known.upperBound, part.upperBound)
    return mayStand(in: part)
  }

  /// Whether a provider's word may begin in a part of what was asked for.
  func mayStand(in part: Range<Int>) -> Bool {
    guard part.lowerBound >= known.lowerBound, part.upperBound <= known.upperBound else {
      return true
    }
    let index = places.firstIndex(at: part.lowerBound) { $0 }
    guard index < places.count else { return false }
    let next = places[index]
    return next < part.upperBound
  }
}
