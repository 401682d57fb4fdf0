/// Reads a value that hangs on its name: `provider-TOKEN-9f8a…`.
struct AttachedValue {
  let bytes: [UInt8]

  /// The value behind a word, unless it is a `bearer-action@VERSION`, a part of an address or a path,
  /// or a name with a digest in it: `app-jwt-ef36e528ebdc93bc4f2a-service`.
  func value(behind word: Range<Int>, _ values: inout ValueReader) -> ScannedAssignment? {
    let mark = word.upperBound
    guard mark + 1 < bytes.count,
      bytes[mark] == UInt8(ascii: "-") || bytes[mark] == UInt8(ascii: "."),
      bytes[mark + 1].isAlphanumeric,
      !isChain(from: mark + 1, values),
      let value = values.value(at: mark + 1, isWholeWord: false, endsAtAmpersand: true),
      value.quote == nil, value.range.count >= 16,
      !bytes[value.range].contains(where: Self.isPathByte),
      values.hasFew(value.range, of: 0x2D, 0x2E), !isName(bytes[value.range])
    else { return nil }
    return ScannedAssignment(
      name: word, meaning: .uncertain, range: value.range, value: Array(bytes[value.range]),
      notation: Notation(mark: .mention))
  }

  /// Marks of addresses, paths and queries.
  private static func isPathByte(_ byte: UInt8) -> Bool {
    "@/\\?%:(".utf8.contains(byte)
  }

  /// Whether words follow what looks generated, as in the names of resources, or a word begins the
  /// value and a dot ends it, as in the names of hosts and packages.
  private func isName(_ value: ArraySlice<UInt8>) -> Bool {
    let parts = value.split(whereSeparator: { $0 == 0x2D || $0 == 0x2E || $0 == 0x5F })
    guard parts.count > 1 else { return false }
    return parts.contains { $0.count >= 4 && $0.allSatisfy(\.isLowercase) && Wordiness.isWords($0) }
  }

  /// Whether a chain of names begins; it is not read to its end from each of them.
  private func isChain(from start: Int, _ values: ValueReader) -> Bool {
    var end = start
    while end < bytes.count, end - start < 128, bytes[end] > 0x20 { end += 1 }
    return end - start == 128 && !values.hasFew(start..<end, of: 0x2D, 0x2E)
  }
}
