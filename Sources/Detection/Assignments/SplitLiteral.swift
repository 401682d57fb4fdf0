/// Joins a literal that a program writes in parts beside each other: `"Kw8#" "vQz!"`,
/// `'Kw8#' + 'vQz!'`, `"Kw8#" . "vQz!"`.
struct SplitLiteral {
  /// More parts than that are no secret's.
  private static let most = 8

  let bytes: [UInt8]

  /// A literal and what stands beside it; `nil` for one that is whole.
  ///
  /// - Parameter value: the first part, without its escapes.
  func joined(_ first: ValueReader.Value, _ value: @autoclosure () -> [UInt8]) -> (
    range: Range<Int>, value: [UInt8]
  )? {
    guard let quote = first.quote, !first.isEscaped else { return nil }
    let parts = parts(behind: first.range, quote: quote)
    guard let last = parts.last else { return nil }
    return (
      first.range.lowerBound..<last.upperBound, parts.reduce(value()) { $0 + bytes[$1] }
    )
  }

  /// The parts of a literal behind its first, as ranges without their quotes; empty for one that is
  /// whole. All stand on its line.
  private func parts(behind first: Range<Int>, quote: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var end = first.upperBound + 1
    while parts.count < Self.most, let start = next(behind: end, quote),
      let close = bytes[start...].prefix(ValueReader.limit).firstIndex(where: {
        $0 == quote || $0.isNewline || $0 == UInt8(ascii: "\\")
      }), bytes[close] == quote
    {
      parts.append(start..<close)
      end = close + 1
    }
    return parts
  }

  /// Where the next part begins, behind its quote.
  private func next(behind end: Int, _ quote: UInt8) -> Int? {
    var place = blanks(from: end)
    if place < bytes.count, "+.&".utf8.contains(bytes[place]) { place = blanks(from: place + 1) }
    // Quotes that touch are an escape: `"a""b"`.
    guard place > end, place < bytes.count, bytes[place] == quote else { return nil }
    return place + 1
  }

  private func blanks(from start: Int) -> Int {
    var place = start
    while place < bytes.count, place - start < 16, bytes[place].isBlank { place += 1 }
    return place
  }
}
