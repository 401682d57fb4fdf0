/// A name that means a secret and the value beside it, read out of text.
struct ScannedAssignment {
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
}
