/// Finds stretches of letters, digits, `_`, `-`, `+` and `/` that are longer than words: what keys
/// without a prefix and encoded text are made of.
///
/// Eight bytes are looked at together, so that ordinary text costs a fraction of its length. Linear
/// in the text, whatever it holds.
enum OpaqueRuns {
  /// The shortest stretch that is reported: it holds eight bytes that begin at a multiple of eight,
  /// wherever it begins.
  static let shortest = 15

  /// Calls `body` with each stretch that begins in a part of a text or reaches into it, as a whole,
  /// in order.
  ///
  /// - Returns: just behind the last stretch, or the end of the part.
  @discardableResult
  static func forEach(
    in bytes: [UInt8], _ part: Range<Int>, _ body: (Range<Int>) -> Void
  ) -> Int {
    var place = part.lowerBound
    if place > 0, place < bytes.count, bytes[place].isBase64Digit {
      while place > 0, bytes[place - 1].isBase64Digit { place -= 1 }
    }
    while let probe = probe(in: bytes, from: place, to: part.upperBound) {
      // What lies before the last end has been seen: no byte is walked over twice.
      let begin = begin(in: bytes, before: probe, from: place)
      let end = Base64Kernel.end(of: bytes.span, from: probe + 8)
      if end - begin >= shortest { body(begin..<end) }
      place = end + 1
    }
    return max(place, part.upperBound)
  }

  /// Whether a part of a text holds a stretch that is found wherever that part stands, and that is no
  /// word.
  static func isOne(_ bytes: [UInt8], _ part: Range<Int>) -> Bool {
    var start = part.lowerBound
    while start < part.upperBound {
      var end = start
      while end < part.upperBound, bytes[end].isBase64Digit { end += 1 }
      if end - start >= shortest, isIrregular(bytes, start..<end) { return true }
      start = end + 1
    }
    return false
  }

  /// Whether a stretch has a digit, or small letters and two capitals beside each other. Identifiers of
  /// code have neither.
  static func isIrregular(_ bytes: [UInt8], _ stretch: Range<Int>) -> Bool {
    precondition(stretch.count >= shortest && stretch.upperBound <= bytes.count)
    return unsafe bytes.withUnsafeBytes { buffer in
      var hasSmall: UInt64 = 0
      var hasCapitals: UInt64 = 0
      var place = stretch.lowerBound
      while true {
        // Words overlap by a byte, so that no pair is lost; the last one ends with the stretch.
        place = min(place, stretch.upperBound - 8)
        let word = unsafe buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let (capitals, small, digits) = ByteClasses.of(UInt64(littleEndian: word))
        if digits != 0 { return true }
        hasSmall |= small
        hasCapitals |= capitals & capitals << 8
        if hasSmall != 0, hasCapitals != 0 { return true }
        if place + 8 == stretch.upperBound { return false }
        place += 7
      }
    }
  }

  /// The longest stretch that may be a digest: more than SHA-512 takes in any digits.
  private static let longestDigest = 160

  /// The stretch that a place stands in, as far as a digest could reach, and whether it is one. Both are
  /// told by the bytes from ``digestMargin`` before the range to one behind it.
  static func digest(around place: Int, of bytes: [UInt8]) -> (range: Range<Int>, isDigest: Bool) {
    var start = place
    while start > 0, place - start <= longestDigest, bytes[start - 1].isBase64Digit { start -= 1 }
    var end = place
    while end < bytes.count, end - start <= longestDigest, bytes[end].isBase64Digit { end += 1 }
    return (start..<end, isDigest(bytes, start..<end))
  }

  /// How many bytes before a stretch say that it is a digest.
  static let digestMargin = 8

  /// Whether a stretch says that it is a digest: `sha256:…`, `sha512-…`, `md5=…`.
  static func isDigest(_ bytes: [UInt8], _ stretch: Range<Int>) -> Bool {
    guard (1...longestDigest).contains(stretch.count) else { return false }
    let (start, first) = (stretch.lowerBound, bytes[stretch.lowerBound] | 0x20)
    if first == UInt8(ascii: "s"), bytes[start...].hasPrefix("sha") {
      let digits = bytes[(start + 3)..<stretch.upperBound].prefix(4).prefix(while: \.isDigit)
      return !digits.isEmpty && digits.endIndex < stretch.upperBound
        && bytes[digits.endIndex] == UInt8(ascii: "-")
    }
    guard start > 0, bytes[start - 1] == UInt8(ascii: ":") || bytes[start - 1] == UInt8(ascii: "=")
    else { return false }
    var end = start - 1
    while end > 0, start - end < 5, bytes[end - 1].isDigit { end -= 1 }
    let word = bytes[max(0, end - 3)..<end]
    return end < start - 1
      && (word.equals(ignoringCase: "sha") || word.suffix(2).equals(ignoringCase: "md"))
  }

  /// Where the next eight bytes of a stretch stand in a row, counted by eights from `start`.
  @inline(__always)
  private static func probe(in bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var place = start
      // A stretch that begins in the part may show itself up to seven bytes behind it.
      let end = min(buffer.count, limit + 15)
      // The bounds of the loads stand in the lines above them.
      while place + 16 <= end {
        let first = unsafe base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let second = unsafe base.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
        if Base64Kernel.mayBeDigits(first), Base64Kernel.areDigits(first) { return place }
        if Base64Kernel.mayBeDigits(second), Base64Kernel.areDigits(second) { return place + 8 }
        place += 16
      }
      if place + 8 <= end {
        let word = unsafe base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if Base64Kernel.areDigits(word) { return place }
      }
      return nil
    }
  }

  /// Where the stretch begins that eight bytes are a part of, but not before `lowest`.
  @inline(__always)
  private static func begin(in bytes: [UInt8], before probe: Int, from lowest: Int) -> Int {
    var begin = probe
    if begin - 8 >= max(lowest, 0), begin <= bytes.count {
      let word = unsafe bytes.withUnsafeBytes { buffer in
        // The bounds stand in the line above.
        unsafe buffer.loadUnaligned(fromByteOffset: begin - 8, as: UInt64.self)
      }
      let others = Base64Kernel.digits(UInt64(littleEndian: word)) ^ Base64Kernel.highest
      begin -= others.leadingZeroBitCount / 8
      if others != 0 { return begin }
    }
    while begin > lowest, bytes[begin - 1].isBase64Digit { begin -= 1 }
    return begin
  }
}
