/// A literal that a ``KeywordFilter`` looks for.
public struct Keyword: Sendable, Hashable {
  /// The fewest bytes a keyword may have. Shorter ones are in every line: they narrow nothing.
  public static let minimumLength = 3

  /// The bytes as given.
  public let bytes: [UInt8]
  /// Whether ASCII letters match in either case.
  public let ignoresCase: Bool

  /// Takes a literal; nil when it is shorter than ``minimumLength``.
  public init?(_ bytes: some Sequence<UInt8>, ignoringCase: Bool = false) {
    self.bytes = Array(bytes)
    self.ignoresCase = ignoringCase
    guard self.bytes.count >= Self.minimumLength else { return nil }
  }
}
