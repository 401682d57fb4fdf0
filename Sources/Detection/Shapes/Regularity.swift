/// Finds values that a person typed along the keyboard: runs, counts, repetitions.
enum Regularity {
  /// Why a value is too regular to be a secret, or `nil` if it is not.
  ///
  /// - Parameter isStrict: whether only what never happens by chance counts.
  static func reason(_ value: [UInt8], isStrict: Bool) -> String? {
    guard value.count >= 4 else { return nil }
    let (run, climb, covered) = longest(value)
    if run >= 8 || run * 2 >= value.count && value.count >= 6 || run == value.count {
      return "one character is repeated"
    }
    if climb >= 10 && climb * 4 >= value.count && covered * 2 >= value.count || climb == value.count
      || climb * 4 >= value.count * 3 && climb >= 6
    {
      return "the characters follow one another as in the alphabet"
    }
    if isCounted(value) { return "the pairs of digits count up" }
    if period(value) <= (isStrict ? 4 : 6) { return "a short text is repeated" }
    if value.count >= 10, usesFewCharacters(value) {
      return "few different characters"
    }
    return nil
  }

  /// Whether a value has no more than three different letters and digits, which make up half of it.
  private static func usesFewCharacters(_ value: [UInt8]) -> Bool {
    // Letters and digits lie below 128: a bit for each.
    var seen: (low: UInt64, high: UInt64) = (0, 0)
    var count = 0
    for byte in value where byte.isAlphanumeric {
      count += 1
      if byte < 64 { seen.low |= 1 << UInt64(byte) } else { seen.high |= 1 << UInt64(byte - 64) }
      if seen.low.nonzeroBitCount + seen.high.nonzeroBitCount > 3 { return false }
    }
    return count * 2 >= value.count
  }

  /// The longest run of one byte, the longest stretch in which each byte follows the one before
  /// (`1234567890`, `abcdef`, `9876`), and how many bytes stand in such stretches of four or more.
  private static func longest(_ value: [UInt8]) -> (run: Int, climb: Int, covered: Int) {
    var best = (run: 1, climb: 1, covered: 0)
    var run = 1
    var up = 1
    var down = 1
    var last = value[0].lowercased
    for index in 1..<value.count {
      let byte = value[index].lowercased
      defer { last = byte }
      run = value[index] == value[index - 1] ? run + 1 : 1
      up = follows(byte, last) ? up + 1 : 1
      down = follows(last, byte) ? down + 1 : 1
      best.run = max(best.run, value[index].isAlphanumeric ? run : 0)
      best.climb = max(best.climb, up, down)
      let step = max(up, down)
      if step >= 4 { best.covered += step == 4 ? 4 : 1 }
    }
    return best
  }

  /// `000102030405…`: pairs of hexadecimal digits that count, as test vectors have them.
  private static func isCounted(_ value: [UInt8]) -> Bool {
    guard value.count >= 16, value.count.isMultiple(of: 2), value.allSatisfy(\.isHexDigit) else {
      return false
    }
    let pairs = stride(from: 0, to: value.count, by: 2).map {
      value[$0].hexValue << 4 | value[$0 + 1].hexValue
    }
    let steps = zip(pairs, pairs.dropFirst()).count { $1 == $0 &+ 1 }
    return steps * 4 >= (pairs.count - 1) * 3
  }

  private static func follows(_ next: UInt8, _ byte: UInt8) -> Bool {
    // Most bytes are told by the first question.
    if next == byte &+ 1 { return byte.isAlphanumeric && next.isAlphanumeric }
    return byte == UInt8(ascii: "9") && (next == UInt8(ascii: "0") || next == UInt8(ascii: "a"))
  }

  /// The length of the text that the value repeats at least three times; `Int.max` if none.
  private static func period(_ value: [UInt8]) -> Int {
    for length in 1...6 where value.count >= max(3 * length, 8) {
      if (length..<value.count).allSatisfy({ value[$0] == value[$0 - length] }) { return length }
    }
    return .max
  }
}
