/// Where a keyword stands. Hits are ordered by place, then by keyword.
public struct KeywordHit: Sendable, Hashable, Comparable {
  /// The offset of the keyword's first byte in the whole buffer.
  public var offset: Int
  /// The index of the keyword in the list that the filter was made from.
  public var keyword: Int

  /// A hit of a keyword at an offset.
  public init(offset: Int, keyword: Int) {
    self.offset = offset
    self.keyword = keyword
  }

  /// By place, then by keyword.
  public static func < (a: KeywordHit, b: KeywordHit) -> Bool {
    (a.offset, a.keyword) < (b.offset, b.keyword)
  }
}
