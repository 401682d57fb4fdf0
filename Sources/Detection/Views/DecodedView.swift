/// A part of a text as it reads when an encoding is taken off, and the way back to where it stands.
struct DecodedView {
  /// What was taken off.
  enum Encoding: String, Sendable {
    case base64
    case base64UTF16 = "base64 of UTF-16"
    case hexadecimal
    case percent = "percent encoding"
    case backslash = "backslash escapes"
    case quotedPrintable = "quoted-printable"
    case entities = "entities of HTML"
    case lineBreak = "a line break"
  }

  /// A stretch whose bytes stand one behind the other in the text that was decoded.
  struct Run {
    /// Where it begins in ``DecodedView/bytes``.
    let decoded: Int
    /// Where it begins in the text.
    let raw: Int
    /// How many of the bytes that its digits stand for belong to the stretch before: a unit of
    /// UTF-16 that two lines share.
    var skipped = 0
  }

  let encoding: Encoding
  let bytes: [UInt8]
  /// In order; the first begins at 0.
  let runs: [Run]

  /// Where a decoded byte begins in the text, and just behind where it ends. O(log runs).
  private func place(of byte: Int) -> Range<Int> {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].decoded <= byte { low = middle } else { high = middle }
    }
    let (run, step) = (runs[low], byte - runs[low].decoded)
    switch encoding {
    case .base64: return sixBits(run.raw, step..<step + 1)
    case .base64UTF16:
      let start = run.skipped + 2 * step
      let unit = sixBits(run.raw, start..<start + 2)
      guard low + 1 < runs.count, runs[low + 1].decoded == byte + 1, runs[low + 1].skipped > 0
      else { return unit }
      return unit.lowerBound..<sixBits(runs[low + 1].raw, 0..<1).upperBound
    case .hexadecimal: return run.raw + 2 * step..<run.raw + 2 * step + 2
    case .percent, .backslash, .quotedPrintable, .entities, .lineBreak:
      let end = low + 1 < runs.count && runs[low + 1].decoded == byte + 1 ? runs[low + 1].raw : nil
      return run.raw + step..<(end ?? run.raw + step + 1)
    }
  }

  /// The digits of base64 that hold these bytes of a run.
  private func sixBits(_ raw: Int, _ bytes: Range<Int>) -> Range<Int> {
    raw + bytes.lowerBound * 8 / 6..<raw + (bytes.upperBound * 8 + 5) / 6
  }

  /// The part of the text that a part of the decoded bytes stands in.
  func raw(_ decoded: Range<Int>) -> Range<Int> {
    guard !decoded.isEmpty else {
      let start = place(of: decoded.lowerBound).lowerBound
      return start..<start
    }
    return place(of: decoded.lowerBound).lowerBound..<place(of: decoded.upperBound - 1).upperBound
  }
}
