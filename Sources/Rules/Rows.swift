/// What follows a row in which a pattern found a secret: rows that hold one at the same place.
///
/// Rows are read to the end of the window that the pattern saw, and beyond it if they go on there: up
/// to the rule's next keyword, which has a window of its own. So each byte is read at most once for
/// each window, whatever the text is.
public enum Rows: String, Sendable, CaseIterable {
  /// The tuples of an SQL statement: `VALUES (1, 'a'), (2, 'b')`.
  case tuples
  /// Lines of values between commas, semicolons or tabs, under a head that names them.
  case lines

  /// The rows behind a match.
  public struct Reading: Sendable, Hashable {
    /// Where their secrets stand.
    public var secrets: [Range<Int>] = []
    /// Just behind the last byte that decided what was found.
    public var end: Int
    /// Whether rows may follow that were not read.
    public var isCut = false
  }

  /// Where the secrets of the rows behind a match stand.
  ///
  /// - Parameters:
  ///   - secret: where the pattern's match has its own.
  ///   - start: where the match begins; its head names the columns.
  ///   - keywords: the rule's, in the order of its file.
  public func read(
    behind secret: Range<Int>, from start: Int, in bytes: Span<UInt8>, window: Range<Int>,
    keywords: [Rule.Keyword]
  ) -> Reading {
    let near = read(behind: secret, from: start, in: bytes, window: window)
    guard near.isCut, window.upperBound < bytes.count else { return Reading(whole: near) }
    let search = KeywordSearch(keywords)
    // Another head within the window has rows of its own.
    if let inside = search.first(in: bytes, secret.upperBound..<window.upperBound) {
      var near = near
      near.isCut = isRow(at: inside, behind: secret, in: bytes, window: window)
      return near
    }
    let keyword = search.first(in: bytes, window.upperBound..<bytes.count)
    var limit = keyword ?? bytes.count
    // A line is read whole or not at all.
    if keyword != nil, self == .lines {
      while limit > window.upperBound, bytes[limit - 1] != 0x0A { limit -= 1 }
    }
    var far = read(behind: secret, from: start, in: bytes, window: window.lowerBound..<limit)
    guard let keyword else { return Reading(whole: far) }
    if far.isCut {
      far.end = min(bytes.count, keyword + search.longest)
      if self == .lines {
        while far.end < bytes.count, bytes[far.end] != 0x0A { far.end += 1 }
      }
      far.isCut = isRow(at: keyword, behind: secret, in: bytes, window: window.lowerBound..<far.end)
    }
    return far
  }

  /// Whether a keyword stands in a row and not in the head of other rows.
  private func isRow(
    at keyword: Int, behind secret: Range<Int>, in bytes: Span<UInt8>, window: Range<Int>
  ) -> Bool {
    switch self {
    // A statement does not run over the beginning of the next one.
    case .tuples: true
    case .lines: LineRows(window: window).isRow(at: keyword, behind: secret, in: bytes)
    }
  }

  /// The rows in a range of the text.
  private func read(
    behind secret: Range<Int>, from start: Int, in bytes: Span<UInt8>, window: Range<Int>
  ) -> Reading {
    switch self {
    case .tuples:
      TupleRows(end: window.upperBound).read(behind: secret, from: start, in: bytes)
    case .lines:
      LineRows(window: window).read(behind: secret, in: bytes)
    }
  }
}

extension Rows.Reading {
  /// A reading to the end of the text: nothing follows.
  fileprivate init(whole reading: Rows.Reading) {
    self = reading
    isCut = false
  }
}
