internal import Patterns
internal import Rules

/// Tokens that a line break cut: a terminal of 80 columns, a mail or a log's records may end in the
/// middle of one, and each half alone is nobody's token.
///
/// Only where a provider's own prefix stands and everything behind it up to the line's end could
/// belong to a token, the beginning of the next line is read with it.
struct BrokenLines {
  /// Where such prefixes stand, in order: of each line the first.
  private var places: [Int] = []
  /// The end of the line that the last one stands on.
  private var lastEnd = -1
  /// The first prefix that was one too many, by its rule.
  private(set) var omitted: (rule: Int, place: Int)?

  /// The longest first half, and the fewest bytes of a second one.
  private static let longest = 512
  private static let shortest = 4
  /// So many places of one text are looked at, or one for so many of its bytes; that there are more
  /// is told.
  private static let most = (places: 4_096, bytes: 32)

  /// Whether there is none.
  var isEmpty: Bool { places.isEmpty }

  /// Takes note of a keyword of a rule that led to no match, if it may begin such a token.
  mutating func see(_ rule: Rule, _ anchor: Anchor, at offset: Int, in bytes: [UInt8]) {
    guard anchor.place == .match, rule.specificity >= 100, offset > lastEnd,
      !(anchor.opensWord && WordBoundary.isInside(bytes, at: offset))
    else { return }
    let limit = min(bytes.count, offset + Self.longest)
    var end = offset
    while end < limit, Self.isTokenByte(bytes[end]) { end += 1 }
    guard end < limit, bytes[end].isNewline else { return }
    // What stands behind it on its line is read with it.
    lastEnd = end
    if places.count < max(Self.most.places, bytes.count / Self.most.bytes) {
      places.append(offset)
    } else if omitted == nil {
      omitted = (anchor.rule, offset)
    }
  }

  /// The views of those that no match has found already. O(places + matches · log matches).
  func views(of bytes: [UInt8], without matches: [Range<Int>]) -> [DecodedView] {
    let matches = matches.sorted { $0.lowerBound < $1.lowerBound }
    var index = 0
    /// Just behind the matches that begin at or before a place.
    var matched = 0
    return places.compactMap { place in
      while index < matches.count, matches[index].lowerBound <= place {
        matched = max(matched, matches[index].upperBound)
        index += 1
      }
      let place = max(place, matched)
      var end = place
      while end < bytes.count, Self.isTokenByte(bytes[end]) { end += 1 }
      guard end > place, end < bytes.count, bytes[end].isNewline else { return nil }
      var next = end
      while next < bytes.count, bytes[next].isNewline, next - end < 2 { next += 1 }
      var last = next
      while last < bytes.count, last - next < Self.longest, Self.isTokenByte(bytes[last]) {
        last += 1
      }
      guard last - next >= Self.shortest else { return nil }
      return DecodedView(
        encoding: .lineBreak, bytes: Array(bytes[place..<end] + bytes[next..<last]),
        runs: [
          DecodedView.Run(decoded: 0, raw: place),
          DecodedView.Run(decoded: end - place, raw: next),
        ])
    }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x2F
      || byte == 0x2B || byte == 0x3D
  }
}
