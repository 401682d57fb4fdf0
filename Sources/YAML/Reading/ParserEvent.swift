/// An event of libyaml's parser, valid only while it is being handed over.
@unsafe struct ParserEvent {
  enum Kind {
    case alias
    case scalar(YAMLScalar.Style)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case streamEnd
    /// The start of the stream, the start or end of a document.
    case other
  }

  var kind = Kind.other
  /// First character, counted from the start of the run; the tag and anchor come before it.
  var start = 0
  /// The character behind the last.
  var end = 0
  /// Whether a collection is written with brackets (or is a pair within such).
  var isFlow = false
  /// The anchor, or an alias's name; ends with NUL.
  var name: UnsafePointer<UInt8>?
  /// Ends with NUL.
  var tag: UnsafePointer<UInt8>?
  /// The decoded scalar.
  var value = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
}
