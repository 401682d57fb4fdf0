internal import Findings

/// Collects the normalised text and the way back to the raw bytes.
struct TextBuilder {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  private var map = OffsetMap()
  /// The raw offset that would continue the last run.
  private var next = -1
  /// Whether the text so far is the beginning of the raw bytes.
  private var isVerbatim = true

  /// A builder for the text of so many raw bytes: the text is never longer.
  ///
  /// - Parameter memory: an array whose memory may be used again; what it holds does not matter.
  init(capacity: Int, in memory: consuming [UInt8] = []) {
    bytes = memory
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(capacity)
  }

  /// Takes over a range of the raw bytes.
  mutating func copy(_ range: Range<Int>, of raw: [UInt8]) {
    guard !range.isEmpty else { return }
    run(from: range.lowerBound)
    unsafe raw.withUnsafeBufferPointer {
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
    next = range.upperBound
  }

  /// Ends a line at a raw offset, whose byte is a newline unless it is to be replaced by one.
  mutating func newline(at raw: Int, replacing: Bool = false) {
    run(from: raw)
    if replacing { isVerbatim = false }
    bytes.append(Byte.newline)
    next = raw + 1
  }

  private mutating func run(from raw: Int) {
    guard raw != next else { return }
    if raw != bytes.count { isVerbatim = false }
    map.append(text: bytes.count, raw: raw)
    next = raw
  }

  /// The text of the raw bytes; the raw bytes themselves if nothing was left out or replaced.
  consuming func text(of raw: [UInt8]) -> Text {
    if isVerbatim, bytes.count == raw.count { return Text(bytes: raw) }
    // So that a range that ends with the text ends with the document.
    if !bytes.isEmpty, next != raw.count { map.append(text: bytes.count, raw: raw.count) }
    return Text(bytes: bytes, map: map)
  }
}
