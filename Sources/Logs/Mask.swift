/// What CI systems and tools print in place of a secret.
public enum Mask {
  /// Markers, in lower case; they are compared without regard to case.
  private static let markers: [[UInt8]] = [
    "[masked]", "[redacted]", "[secure]", "[filtered]", "[hidden]", "[secret]",
    "(sensitive value)", "(sensitive)", "(protected)", "(redacted)", "(hidden)",
    "<redacted>", "<masked>", "<sensitive>", "<hidden>", "<secret>",
  ].map { Array($0.utf8) }

  /// Whether a value is nothing but a mask: three or more `*`, four or more `x` or `X`, a marker
  /// such as `[MASKED]`, or a bare `$NAME`, which Bitbucket prints in place of a value. Blanks and
  /// quotes around it do not matter. O(length).
  public static func isMask(_ value: some Collection<UInt8>) -> Bool {
    let bytes = unquoted(Array(value))
    guard let first = bytes.first else { return false }
    switch first {
    case UInt8(ascii: "*"): return bytes.count >= 3 && bytes.allSatisfy { $0 == first }
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      return bytes.count >= 4 && bytes.allSatisfy { $0 == first }
    case UInt8(ascii: "$"): return Reference.isCapitalName(bytes.dropFirst())
    default: return markerLength(bytes[...], at: 0) == bytes.count
    }
  }

  /// Whether a value is a mask, or was masked in part: `AKIA***`, `glpat-[MASKED]`,
  /// `user:***@host`.
  ///
  /// CI systems mask a value of several lines line by line, and may miss some: such a value counts
  /// as masked only if each line of more than 15 bytes is. O(length).
  public static func contains(_ value: [UInt8]) -> Bool {
    guard mayHoldMask(value) else { return false }
    if isMask(value) { return true }
    var isMasked = false
    for line in value.split(separator: Byte.newline) {
      if hasMask(line) { isMasked = true } else if line.count > 15 { return false }
    }
    return isMasked
  }

  /// Whether a value holds a byte that masks begin with; most hold none.
  private static func mayHoldMask(_ value: [UInt8]) -> Bool {
    var crosses = 0
    for byte in value {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "<"),
        UInt8(ascii: "$"):
        return true
      case UInt8(ascii: "x"), UInt8(ascii: "X"):
        crosses += 1
        if crosses == 4 { return true }
      default: crosses = 0
      }
    }
    return false
  }

  /// Whether a mask stands somewhere in a line.
  private static func hasMask(_ line: ArraySlice<UInt8>) -> Bool {
    var stars = 0
    var crosses = 0
    for index in line.indices {
      let byte = line[index]
      stars = byte == UInt8(ascii: "*") ? stars + 1 : 0
      // Fewer may stand in a random value.
      crosses = byte | 0x20 == UInt8(ascii: "x") ? crosses + 1 : 0
      if stars == 3 || crosses == 8 || markerLength(line, at: index) > 0 { return true }
    }
    return false
  }

  /// The length of the marker at an index; 0 if there is none.
  private static func markerLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    let tail = bytes[index...]
    guard let first = tail.first,
      first == UInt8(ascii: "[") || first == UInt8(ascii: "(") || first == UInt8(ascii: "<")
    else { return 0 }
    if tail.starts(with: redaction) { return redactionLength(tail) }
    for marker in markers
    where tail.count >= marker.count
      && zip(tail, marker).allSatisfy({ ($0 | (Byte.isLetter($0) ? 0x20 : 0)) == $1 })
    {
      return marker.count
    }
    return 0
  }

  /// The beginning of what `leakage mask` writes: `[REDACTED:github-token:3f2a91c0]`.
  private static let redaction = Array("[REDACTED:".utf8)

  /// Whether a redaction of `leakage mask` begins right before an offset: what follows is the name of
  /// a rule.
  public static func isRedaction(before offset: Int, of text: [UInt8]) -> Bool {
    offset >= redaction.count && offset <= text.count
      && text[(offset - redaction.count)..<offset].elementsEqual(redaction)
  }

  /// Readers of values may take the bracket for their end.
  private static func redactionLength(_ tail: ArraySlice<UInt8>) -> Int {
    let end = tail.dropFirst(redaction.count).prefix(128).firstIndex { byte in
      !(Byte.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":"))
    }
    guard let end else { return tail.count }
    return end - tail.startIndex + (tail[end] == UInt8(ascii: "]") ? 1 : 0)
  }

  private static func unquoted(_ value: [UInt8]) -> [UInt8] {
    func isWrapping(_ byte: UInt8) -> Bool {
      byte <= Byte.space || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    let start = value.firstIndex { !isWrapping($0) } ?? value.endIndex
    let end = value.lastIndex { !isWrapping($0) } ?? value.endIndex
    return start < value.endIndex ? Array(value[start...end]) : []
  }
}
