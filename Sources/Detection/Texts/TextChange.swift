/// How a text was made of another one: what was copied of it, and by what distance it moved.
///
/// All between the copies is new, and so is each seam between two of them: a deletion joins what was
/// apart without adding a byte.
public struct TextChange: Sendable {
  /// A range of the base that stands in the text, too.
  public struct Copy: Sendable, Hashable {
    /// Where the bytes stand in the base.
    public let base: Range<Int>
    /// Where they begin in the text.
    public let start: Int

    /// A copy.
    public init(base: Range<Int>, start: Int) {
      self.base = base
      self.start = start
    }

    /// Just behind the last byte in the text.
    var end: Int { start + base.count }
    /// What to add to an offset in the base to get the one in the text.
    var shift: Int { start - base.lowerBound }
  }

  /// The copies, in the order of the text. Neighbours that follow each other in base and text should
  /// have been joined: a seam costs time.
  public var copies: [Copy]
  /// The length of the base.
  public let baseSize: Int

  /// A change.
  public init(copies: [Copy], baseSize: Int) {
    self.copies = copies
    self.baseSize = baseSize
  }

  /// Whether the first bytes of base and text are the same; of shorter ones, whether all are.
  public func keepsBeginning(of text: [UInt8], _ length: Int) -> Bool {
    guard let first = copies.first, first.start == 0, first.base.lowerBound == 0 else {
      return false
    }
    return first.base.count >= length || first.base.count == text.count && text.count == baseSize
  }

  /// The ranges of a text of `count` bytes that no copy covers.
  public func inserted(in count: Int) -> [Range<Int>] {
    var inserted: [Range<Int>] = []
    var end = 0
    for copy in copies {
      if copy.start > end { inserted.append(end..<copy.start) }
      end = copy.end
    }
    if end < count { inserted.append(end..<count) }
    return inserted
  }

  /// Calls `body` with the ranges of a text of `count` bytes that no copy covers, and the seams, as empty
  /// ranges, in order.
  func forEachDirty(in count: Int, _ body: (Range<Int>) -> Void) {
    var end = 0
    for (index, copy) in copies.enumerated() {
      let isBeginning = index == 0 && copy.start == 0 && copy.base.lowerBound == 0
      if !isBeginning { body(end..<copy.start) }
      end = copy.end
    }
    let isEnd = end == count && copies.last?.base.upperBound == baseSize
    if !isEnd { body(end..<count) }
  }

  /// Where a window of the base stands in the text if it lies, with one more byte on each side, in
  /// one copy; `nil` if it does not. The beginning or end of the base stands for that byte if it is
  /// the text's, too.
  func holds(_ window: Range<Int>, in copy: Copy, count: Int) -> Bool {
    let isBegun =
      window.lowerBound > copy.base.lowerBound
      || window.lowerBound == 0 && copy.base.lowerBound == 0 && copy.start == 0
    let isEnded =
      window.upperBound < copy.base.upperBound
      || window.upperBound == baseSize && copy.base.upperBound == baseSize && copy.end == count
    return isBegun && isEnded
  }
}
