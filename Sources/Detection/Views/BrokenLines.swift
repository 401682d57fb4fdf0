internal import Patterns
internal import Rules

/// Tokens that a line break cut: a terminal of 80 columns, a mail or a log's records may end in the
/// middle of one, and each half alone is nobody's token.
///
/// Only where a provider's own prefix stands and everything behind it up to the line's end could
/// belong to a token, the beginning of the next line is read with it.
struct BrokenLines {
  /// Where such prefixes stand.
  private var places: [Int] = []

  /// The longest first half, and the fewest bytes of a second one.
  private static let longest = 512
  private static let shortest = 4
  /// So many places of one text are looked at.
  private static let most = 256

  /// Whether there is none.
  var isEmpty: Bool { places.isEmpty }

  /// Takes note of a keyword of a rule, if it may begin such a token.
  mutating func see(_ rule: Rule, _ anchor: Anchor, at offset: Int, in bytes: [UInt8]) {
    guard anchor.place == .match, rule.specificity >= 100, places.count < Self.most,
      places.last != offset
    else { return }
    let limit = min(bytes.count, offset + Self.longest)
    var end = offset
    while end < limit, Self.isTokenByte(bytes[end]) { end += 1 }
    guard end < limit, bytes[end].isNewline else { return }
    places.append(offset)
  }

  /// The views of those that no match has found already.
  func views(of bytes: [UInt8], without matches: [Range<Int>]) -> [DecodedView] {
    places.compactMap { place in
      if matches.contains(where: { $0.contains(place) }) { return nil }
      var end = place
      while end < bytes.count, !bytes[end].isNewline { end += 1 }
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
