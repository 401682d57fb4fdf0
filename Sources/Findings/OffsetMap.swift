/// The way back from decoded or stripped text to the bytes of the document it was made from.
///
/// The map is a list of runs. Within a run, a step of one byte in the text is a step of `stride`
/// bytes in the document (1 for stripped text, 2 for ASCII decoded from UTF-16), or of four bytes
/// for three where the text was base64.
public struct OffsetMap: Sendable, Equatable {
  struct Run: Sendable, Equatable {
    let text: Int
    let raw: Int
    /// ``OffsetMap/base64Stride`` or a number of bytes.
    let stride: Int

    /// Where a text offset of the run begins in the document.
    func raw(_ offset: Int) -> Int {
      let distance = offset - text
      return raw + (stride == OffsetMap.base64Stride ? distance * 4 / 3 : distance * stride)
    }

    /// Just behind the document's bytes of a text offset. A byte stands in two digits of base64.
    func end(_ offset: Int) -> Int {
      raw(offset) + (stride == OffsetMap.base64Stride ? 2 : stride)
    }
  }

  /// The stride of text that was decoded from base64: a run begins at a group of four digits.
  public static let base64Stride = -1

  private var runs: [Run] = []

  /// The map of text that is the document itself.
  public static let identity = OffsetMap()

  /// The identity.
  public init() {}

  /// Whether text and document are the same bytes.
  public var isIdentity: Bool { runs.isEmpty }

  /// Adds a run: from `text` on, the text stands in the document from `raw` on.
  ///
  /// - Precondition: `text` is not below the run added before.
  public mutating func append(text: Int, raw: Int, stride: Int = 1) {
    if let last = runs.last {
      if last.stride == stride, stride >= 0, last.raw(text) == raw { return }
      if last.text == text { runs.removeLast() }
    }
    runs.append(Run(text: text, raw: raw, stride: stride))
  }

  /// The document's offset of a text offset. O(log runs).
  public func raw(_ text: Int) -> Int {
    runs.isEmpty ? text : runs[run(at: text)].raw(text)
  }

  /// The document's range of a text range: from its first byte to just after its last, so that
  /// what was stripped behind the range does not belong to it.
  public func raw(_ text: Range<Int>) -> Range<Int> {
    let start = raw(text.lowerBound)
    guard !text.isEmpty else { return start..<start }
    guard !runs.isEmpty else { return text }
    let last = text.upperBound - 1
    return start..<max(start + 1, runs[run(at: last)].end(last))
  }

  /// The document's ranges of a text range, without what was stripped between them, ascending in
  /// the text. O(log runs + pieces).
  public func pieces(_ text: Range<Int>) -> [Range<Int>] {
    guard !text.isEmpty else { return [] }
    guard !runs.isEmpty else { return [text] }
    var pieces: [Range<Int>] = []
    var index = run(at: text.lowerBound)
    var at = text.lowerBound
    while at < text.upperBound {
      let isLast = index + 1 == runs.count
      let end = isLast ? text.upperBound : min(text.upperBound, runs[index + 1].text)
      if at < end {
        let piece = runs[index].raw(at)..<runs[index].end(end - 1)
        if let last = pieces.last, last.upperBound == piece.lowerBound {
          pieces[pieces.count - 1] = last.lowerBound..<piece.upperBound
        } else {
          pieces.append(piece)
        }
        at = end
      }
      index += 1
    }
    return pieces
  }

  /// The map of text that was made of text: `self` leads to the text that `inner` leads on from.
  ///
  /// - Precondition: all strides of `self` are 1.
  /// - Complexity: O(runs of both × log).
  public func composed(with inner: OffsetMap, count: Int) -> OffsetMap {
    if inner.isIdentity { return self }
    if isIdentity { return inner }
    var result = OffsetMap()
    for (index, run) in runs.enumerated() {
      let end = index + 1 < runs.count ? runs[index + 1].text : max(count, run.text + 1)
      let middle = run.raw..<run.raw + end - run.text
      var place = inner.run(at: middle.lowerBound)
      while place < inner.runs.count, inner.runs[place].text < middle.upperBound {
        let found = inner.runs[place]
        // Inside a group of base64 there is no run to begin: the next group is near enough.
        let start = max(found.text, middle.lowerBound)
        result.append(
          text: run.text + start - middle.lowerBound, raw: found.raw(start), stride: found.stride)
        place += 1
      }
    }
    return result
  }

  /// The last run that begins at or before a text offset; the first one if none does.
  private func run(at text: Int) -> Int {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].text <= text { low = middle } else { high = middle }
    }
    return low
  }
}
