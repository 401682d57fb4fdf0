/// What stands before the message of a raw log line.
struct LogFrame {
  /// Bytes before the message.
  var length = 0
  /// Where in the line a timestamp begins, if there is one.
  var time: Int?
  /// The stream that wrote the record, in formats that mix several.
  var stream: UInt32?
  /// Whether the message goes on where the stream's record before it ended.
  var continues = false
  /// Whether the message goes on in the stream's next record.
  var isPartial = false
  /// Where in the line the name of the record's step stands, in formats that write it on each line.
  var step: Range<Int>?
}
