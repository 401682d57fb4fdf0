extension SegmentMap {
  /// Follows a plain or quoted scalar: white space, line folding and escapes.
  mutating func followFlow(_ scalar: YAMLScalar, in bytes: [UInt8]) {
    let end = scalar.contentRange.upperBound
    var place = scalar.contentRange.lowerBound
    while place < end {
      let byte = bytes[place]
      if byte.isBlank || LineBreak(in: bytes, at: place) != nil {
        place = followWhiteSpace(bytes, place, end)
      } else if scalar.style == .singleQuoted, byte == Ascii.singleQuote, place + 1 < end {
        copy(place + 1, 1)  // The second quote of a pair stands for itself.
        place += 2
      } else if scalar.style == .doubleQuoted, byte == Ascii.backslash {
        place = followEscape(bytes, place, end)
      } else {
        copy(place, 1)
        place += 1
      }
    }
  }

  /// Blanks within a line are copied; around a line break they vanish, and the break is folded.
  private mutating func followWhiteSpace(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var place = start
    var first: LineBreak?
    var further = 0
    while place < end {
      if bytes[place].isBlank {
        place += 1
      } else if let lineBreak = LineBreak(in: bytes, at: place) {
        place += lineBreak.length
        if first == nil { first = lineBreak } else { further += lineBreak.decodedLength }
      } else {
        break
      }
    }
    if let first {
      replace(first.isFoldable ? max(further, 1) : first.decodedLength + further)
    } else {
      copy(start, place - start)
    }
    return place
  }

  private mutating func followEscape(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard start + 1 < end else { return end }
    if let escaped = LineBreak(in: bytes, at: start + 1) {
      // The line goes on below, behind its indentation; only further breaks are kept.
      var place = start + 1 + escaped.length
      while place < end {
        if bytes[place].isBlank {
          place += 1
        } else if let lineBreak = LineBreak(in: bytes, at: place) {
          place += lineBreak.length
          replace(lineBreak.decodedLength)
        } else {
          break
        }
      }
      return place
    }
    switch bytes[start + 1] {
    case Ascii.doubleQuote, Ascii.backslash, UInt8(ascii: "/"), Ascii.space, Ascii.tab:
      copy(start + 1, 1)
      return start + 2
    case UInt8(ascii: "N"), UInt8(ascii: "_"):  // U+0085, U+00A0
      replace(2)
      return start + 2
    case UInt8(ascii: "L"), UInt8(ascii: "P"):  // U+2028, U+2029
      replace(3)
      return start + 2
    case UInt8(ascii: "x"):
      return followNumber(bytes, start, 2, end)
    case UInt8(ascii: "u"):
      return followNumber(bytes, start, 4, end)
    case UInt8(ascii: "U"):
      return followNumber(bytes, start, 8, end)
    default:
      replace(1)
      return start + 2
    }
  }

  private mutating func followNumber(
    _ bytes: [UInt8], _ start: Int, _ digits: Int, _ end: Int
  ) -> Int {
    let stop = min(start + 2 + digits, end)
    let text = String(decoding: bytes[start + 2..<stop], as: UTF8.self)
    let scalar = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
    replace(scalar.map { UTF8.width($0) } ?? 0)
    return stop
  }
}
