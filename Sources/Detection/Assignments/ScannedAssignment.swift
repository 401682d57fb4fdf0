/// A name that means a secret and the value beside it, read out of text.
struct ScannedAssignment: Sendable {
  /// Where the name stands.
  var name: Range<Int>
  /// What the name means.
  var meaning: NameMeaning
  /// Where the value stands, without its quotes.
  var range: Range<Int>
  /// The value, without the backslashes that escape its quotes.
  var value: [UInt8]
  /// How it is written.
  var notation: Notation

  /// The same assignment in a text where it stands elsewhere.
  func moved(by shift: Int) -> ScannedAssignment {
    var moved = self
    moved.name = name.moved(by: shift)
    moved.range = range.moved(by: shift)
    return moved
  }
}

extension Range<Int> {
  /// A range of the same length elsewhere.
  func moved(by shift: Int) -> Range<Int> { lowerBound + shift..<upperBound + shift }
}
