/// The way back from decoded or stripped text to the bytes of the document it was made from.
///
/// The map is a list of runs. Within a run, a step of one byte in the text is a step of `stride`
/// bytes in the document (1 for stripped text, 2 for ASCII decoded from UTF-16).
public struct OffsetMap: Sendable, Equatable {
  struct Run: Sendable, Equatable {
    let text: Int
    let raw: Int
    let stride: Int
  }

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
      if last.stride == stride, last.raw + (text - last.text) * stride == raw { return }
      if last.text == text { runs.removeLast() }
    }
    runs.append(Run(text: text, raw: raw, stride: stride))
  }

  /// The document's offset of a text offset. O(log runs).
  public func raw(_ text: Int) -> Int {
    guard !runs.isEmpty else { return text }
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].text <= text { low = middle } else { high = middle }
    }
    let run = runs[low]
    return run.raw + (text - run.text) * run.stride
  }

  /// The document's range of a text range: from its first byte to just after its last, so that
  /// what was stripped behind the range does not belong to it.
  public func raw(_ text: Range<Int>) -> Range<Int> {
    let start = raw(text.lowerBound)
    guard !text.isEmpty else { return start..<start }
    guard !runs.isEmpty else { return text }
    let last = raw(text.upperBound - 1)
    return start..<max(start + 1, last + stride(at: text.upperBound - 1))
  }

  private func stride(at text: Int) -> Int {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].text <= text { low = middle } else { high = middle }
    }
    return runs[low].stride
  }
}
