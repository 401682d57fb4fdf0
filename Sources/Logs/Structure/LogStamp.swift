/// Where a record's timestamp stands in the raw bytes. Documents are far below 4 GiB; beyond it,
/// times are unknown.
struct LogStamp: Sendable {
  /// From which raw offset on the time holds.
  let line: UInt32
  /// Where the timestamp begins: before the text, or in JSON behind it.
  let time: UInt32

  /// A timestamp that stands before its text.
  init?(_ time: Int) { self.init(line: time, time: time) }

  init?(line: Int, time: Int) {
    guard let line = UInt32(exactly: line), let time = UInt32(exactly: time) else { return nil }
    self.line = line
    self.time = time
  }
}
