/// What one thread holds of a pack: entries that stand near each other are read together.
struct PackWindow: ~Copyable {
  private var bytes: [UInt8] = []
  private var file: StoredFile?
  private var start = 0

  /// How much is read at once: a family of deltas stands together, and is seldom larger.
  private static let size = 1 << 16

  /// Hands over a range of a file.
  ///
  /// - Returns: `nil` if the file does not have these bytes, or no longer.
  mutating func read<Result>(
    _ range: Range<Int>, of file: StoredFile, _ body: (Span<UInt8>) -> Result
  ) -> Result? {
    if file !== self.file || range.lowerBound < start || range.upperBound > start + bytes.count {
      guard range.lowerBound <= file.size else { return nil }
      let wanted = min(max(range.count, Self.size), file.size - range.lowerBound)
      self.file = file
      start = range.lowerBound
      // A file that has become shorter may still have the range.
      if !file.read(at: start, count: wanted, into: &bytes), bytes.count < range.count {
        self.file = nil
        return nil
      }
    }
    let from = range.lowerBound - start
    return body(bytes.span.extracting(from..<from + range.count))
  }
}
