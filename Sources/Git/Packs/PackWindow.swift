/// What one thread holds of packs that are not held as a whole: entries that stand near each other
/// are read together.
///
/// A family of deltas is not walked in the order of the file: so several parts are held, each in a
/// place of its own that only parts far away share.
struct PackWindow: ~Copyable {
  /// A part of a file that is held.
  private struct Part {
    var file: StoredFile?
    var start = 0
    var bytes: [UInt8] = []

    func show<Result>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
      body(bytes.span.extracting(range))
    }
  }

  private var parts: [Part]
  /// A file that is held as a whole, by all threads.
  private var held = Part()
  /// Where parts begin: at multiples of this. As much is read beyond the next multiple, so that most
  /// entries lie in one part.
  private let stride: Int

  /// What all parts take.
  private static let size = 2 << 20

  /// - Parameter isSequential: whether the file is read from its beginning to its end.
  init(isSequential: Bool = false) {
    stride = isSequential ? 1 << 16 : 1 << 13
    parts = [Part](repeating: Part(), count: isSequential ? 1 : Self.size / (2 * stride))
  }

  /// Hands over a range of a file.
  ///
  /// - Returns: `nil` if the file does not have these bytes, or no longer.
  mutating func read<Result>(
    _ range: Range<Int>, of file: StoredFile, _ body: (Span<UInt8>) -> Result
  ) -> Result? {
    guard range.lowerBound >= 0, range.upperBound <= file.size else { return nil }
    if file.isHeld {
      if held.file !== file { held = Part(file: file, bytes: file.content) }
      return held.show(range, body)
    }
    let number = range.lowerBound / stride
    let place = number % parts.count
    let start = number * stride
    if parts[place].file !== file || parts[place].start != start
      || start + parts[place].bytes.count < range.upperBound
    {
      let wanted = min(max(range.upperBound - start, 2 * stride), file.size - start)
      parts[place].file = file
      parts[place].start = start
      // A file that has become shorter may still have the range.
      if !file.read(at: start, count: wanted, into: &parts[place].bytes),
        start + parts[place].bytes.count < range.upperBound
      {
        parts[place].file = nil
        return nil
      }
    }
    let from = range.lowerBound - start
    let result = parts[place].show(from..<from + range.count, body)
    // Room for one huge entry is not kept for all that follow.
    if parts[place].bytes.count > 16 * stride { parts[place] = Part() }
    return result
  }
}
