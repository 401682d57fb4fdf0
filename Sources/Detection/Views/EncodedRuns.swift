/// Finds stretches of base64 and hexadecimal digits that turn out to be text. Random and binary data
/// is given up after its first eighteen bytes. Linear in the text, whatever it holds.
struct EncodedRuns {
  /// The shortest stretch that is looked at: eighteen bytes, less than any token with its name.
  static let shortest = 24
  /// A view of more is cut into parts that overlap.
  private static let part = 64 << 10
  private static let overlap = 8 << 10
  /// How far the next line of a wrapped stretch may stand behind the last one: its end and blanks.
  static let margin = 66
  /// Lines of a wrapped stretch are at least so long (RFC 2045 wraps at 76, PEM at 64).
  private static let wrapped = 60

  let bytes: [UInt8]

  /// A stretch that stands for text, with the lines that continue it.
  struct Stretch {
    let encoding: DecodedView.Encoding
    let lines: [Range<Int>]
    /// Just behind the last digit.
    let end: Int
    /// All that this depends on.
    let window: Range<Int>
  }

  /// Calls `body` with each view, in order.
  func walk(_ body: (DecodedView) -> Void) {
    var end = 0
    OpaqueRuns.forEach(in: bytes, 0..<bytes.count) { run in
      guard run.lowerBound >= end, run.count >= Self.shortest,
        let stretch = stretch(beginningAt: run)
      else { return }
      end = stretch.end
      forEachView(of: stretch, body)
    }
  }

  /// What begins with a stretch of at least ``shortest`` digits; `nil` if it is no text.
  func stretch(beginningAt first: Range<Int>) -> Stretch? {
    if beginsAsText(first, isHexadecimal: true, gap: 1), isHexadecimal(first) {
      guard first.count.isMultiple(of: 2) else { return nil }
      return Stretch(
        encoding: .hexadecimal, lines: [first], end: first.upperBound, window: first)
    }
    let encoding: DecodedView.Encoding
    if beginsAsText(first, isHexadecimal: false, gap: 1) {
      encoding = .base64
    } else if beginsAsText(first, isHexadecimal: false, gap: 2) {
      encoding = .base64UTF16
    } else {
      return nil
    }
    let (lines, reach) = continued(first)
    let end = lines.last?.upperBound ?? first.upperBound
    return Stretch(
      encoding: encoding, lines: lines, end: end, window: first.lowerBound..<max(end, reach))
  }

  /// Makes the views of a stretch, of at most ``part`` digits each.
  func forEachView(of stretch: Stretch, _ body: (DecodedView) -> Void) {
    parts(of: stretch.lines) { part in
      switch stretch.encoding {
      case .hexadecimal: body(view(.hexadecimal, part, hexadecimal))
      case .base64UTF16: body(narrowed(part))
      default: body(view(stretch.encoding, part, base64))
      }
    }
  }

  /// Whether the first bytes that a stretch stands for are text, or are text and zeros in turn.
  /// Costs nothing beyond the first byte that is not.
  private func beginsAsText(_ stretch: Range<Int>, isHexadecimal: Bool, gap: Int) -> Bool {
    let width = isHexadecimal ? 4 : 6
    var pending: UInt32 = 0
    var bits = 0
    var index = 0
    for place in stretch.prefix(Self.shortest) {
      if isHexadecimal, !bytes[place].isHexDigit { return false }
      let digit = isHexadecimal ? bytes[place].hexValue : bytes[place].base64Value
      pending = pending << UInt32(width) | UInt32(digit)
      bits += width
      guard bits >= 8 else { continue }
      bits -= 8
      let byte = UInt8(truncatingIfNeeded: pending >> UInt32(bits))
      guard index.isMultiple(of: gap) ? byte.isTextByte : byte == 0 else { return false }
      index += 1
    }
    return true
  }

  /// The lines of a wrapped stretch: all of one length but the last. And how far was looked for them.
  private func continued(_ first: Range<Int>) -> (lines: [Range<Int>], reach: Int) {
    var lines = [first]
    var reach = first.upperBound
    guard first.count >= Self.wrapped, first.count.isMultiple(of: 4) else { return (lines, reach) }
    while let last = lines.last, last.count == first.count {
      var start = last.upperBound
      if start < bytes.count, bytes[start] == 0x0D { start += 1 }
      guard start < bytes.count, bytes[start] == 0x0A else { break }
      start += 1
      let margin = start
      while start < bytes.count, start - margin < Self.margin - 2, bytes[start].isBlank {
        start += 1
      }
      var end = start
      while end < bytes.count, end - start <= first.count, bytes[end].isBase64Digit { end += 1 }
      reach = end
      guard end > start, end - start <= first.count else { break }
      lines.append(start..<end)
    }
    return (lines, min(bytes.count, reach + 2))
  }

  /// Parts of at most ``part`` digits, each a list of stretches that begin at a whole group of
  /// digits; each part begins with the end of the one before.
  private func parts(of lines: [Range<Int>], _ body: ([Range<Int>]) -> Void) {
    var part: [Range<Int>] = []
    var count = 0
    var isFresh = false
    for line in lines {
      var start = line.lowerBound
      while start < line.upperBound {
        let end = min(line.upperBound, start + Self.overlap / 2)
        part.append(start..<end)
        count += end - start
        isFresh = true
        start = end
        guard count >= Self.part else { continue }
        body(part)
        isFresh = false
        count = 0
        let kept = part.reversed().prefix { stretch in
          count += stretch.count
          return count <= Self.overlap
        }
        part = kept.reversed()
        count = part.reduce(0) { $0 + $1.count }
      }
    }
    if isFresh { body(part) }
  }

  private func view(
    _ encoding: DecodedView.Encoding, _ lines: [Range<Int>], _ decode: (Range<Int>) -> [UInt8]
  ) -> DecodedView {
    var decoded: [UInt8] = []
    var runs: [DecodedView.Run] = []
    for line in lines {
      runs.append(DecodedView.Run(decoded: decoded.count, raw: line.lowerBound))
      decoded += decode(line)
    }
    return DecodedView(encoding: encoding, bytes: decoded, runs: runs)
  }

  private func isHexadecimal(_ stretch: Range<Int>) -> Bool {
    bytes[stretch].allSatisfy(\.isHexDigit)
  }

  private func hexadecimal(_ stretch: Range<Int>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(stretch.count / 2)
    var place = stretch.lowerBound
    while place + 1 < stretch.upperBound {
      decoded.append(bytes[place].hexValue << 4 | bytes[place + 1].hexValue)
      place += 2
    }
    return decoded
  }

  private func base64(_ stretch: Range<Int>) -> [UInt8] {
    var decoded: [UInt8] = []
    Base64Kernel.decode(bytes[stretch], into: &decoded)
    return decoded
  }

  /// PowerShell's `-EncodedCommand` is UTF-16, little end first; what is not ASCII hides nothing.
  /// Lines of 76 digits hold 57 bytes, so that a unit may begin on one line and end on the next.
  private func narrowed(_ lines: [Range<Int>]) -> DecodedView {
    var decoded: [UInt8] = []
    var runs: [DecodedView.Run] = []
    var pending: UInt8?
    for line in lines {
      let halves = base64(line)
      var place = 0
      if let low = pending, let high = halves.first {
        decoded.append(high == 0 ? low : 0x3F)
        place = 1
      } else if runs.isEmpty, halves.first == 0 {
        // A later part of a long stretch may begin within a unit.
        place = 1
      }
      runs.append(DecodedView.Run(decoded: decoded.count, raw: line.lowerBound, skipped: place))
      while place + 1 < halves.count {
        decoded.append(halves[place + 1] == 0 ? halves[place] : 0x3F)
        place += 2
      }
      pending = place < halves.count ? halves[place] : nil
    }
    return DecodedView(encoding: .base64UTF16, bytes: decoded, runs: runs)
  }
}

extension UInt8 {
  /// Printable ASCII, a tab or the end of a line.
  fileprivate var isTextByte: Bool { (0x20...0x7E).contains(self) || (0x09...0x0D).contains(self) }
  /// The value of a hexadecimal digit.
  var hexValue: UInt8 { isDigit ? self - 0x30 : (self | 0x20) - 0x61 + 10 }
}
