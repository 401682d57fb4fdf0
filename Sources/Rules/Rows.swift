/// What follows a row in which a pattern found a secret: rows that hold one at the same place.
///
/// All that is read lies in the window that the pattern saw, so nothing else decides what is found.
public enum Rows: String, Sendable, CaseIterable {
  /// The tuples of an SQL statement: `VALUES (1, 'a'), (2, 'b')`.
  case tuples
  /// Lines of values between commas, semicolons or tabs, under a head that names them.
  case lines

  /// Where the secrets of the rows behind a match stand.
  ///
  /// - Parameters:
  ///   - secret: where the pattern's match has its own.
  ///   - start: where the match begins; its head names the columns.
  public func secrets(
    behind secret: Range<Int>, from start: Int, in bytes: Span<UInt8>, window: Range<Int>
  ) -> [Range<Int>] {
    switch self {
    case .tuples:
      TupleRows(end: window.upperBound).secrets(behind: secret, from: start, in: bytes)
    case .lines:
      LineRows(window: window).secrets(behind: secret, in: bytes)
    }
  }
}
