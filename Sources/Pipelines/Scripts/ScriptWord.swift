internal import Findings

/// A word of a script as it is put together: decoded bytes, the way back, and the lookups.
struct ScriptWord {
  private(set) var bytes: [UInt8] = []
  /// From offsets in the word to offsets in the script.
  private(set) var map = OffsetMap()
  private(set) var spans: [ReferenceSpan] = []
  private let isKept: Bool

  /// - Parameter isKept: `false` for a word that only has to be passed over.
  init(isKept: Bool) { self.isKept = isKept }

  /// Takes a part of the script as it is.
  mutating func append(_ script: [UInt8], _ range: Range<Int>) {
    guard isKept, !range.isEmpty else { return }
    map.append(text: bytes.count, raw: range.lowerBound)
    bytes += script[range]
  }

  /// Takes a lookup, with a default that may be in it.
  mutating func append(_ script: [UInt8], _ span: ReferenceSpan) {
    guard isKept else { return }
    let shift = bytes.count - span.range.lowerBound
    append(script, span.range)
    spans.append(
      ReferenceSpan(
        range: bytes.count - span.range.count..<bytes.count,
        literal: span.literal.map { $0.lowerBound + shift..<$0.upperBound + shift }))
  }

  /// Takes a byte that the script writes in another way.
  mutating func append(_ byte: UInt8, writtenAt offset: Int) {
    guard isKept else { return }
    map.append(text: bytes.count, raw: offset)
    bytes.append(byte)
  }

  /// The assignment that the word is, if it is one with a value.
  var assignment: ScriptAssignment? {
    var equals = 0
    while equals < bytes.count, Self.isNameByte(bytes[equals]) { equals += 1 }
    let name = bytes[..<equals]
    if equals < bytes.count, bytes[equals] == UInt8(ascii: "+") { equals += 1 }
    guard let first = name.first, first.isNameStart, equals + 1 < bytes.count,
      bytes[equals] == .equals, bytes[equals + 1] != .equals
    else { return nil }
    return named(ShownText.bounded(name), from: equals + 1)
  }

  /// The assignment of the word, or of what stands behind an offset in it, to a name; `nil` if there
  /// is no value.
  func named(_ name: String, from start: Int = 0) -> ScriptAssignment? {
    let value = Array(bytes[start...])
    guard value.contains(where: { !$0.isWhite }) else { return nil }
    let found = ValueReading(
      of: value,
      spans: spans.compactMap { span in
        guard span.range.lowerBound >= start else { return nil }
        return ReferenceSpan(
          range: span.range.lowerBound - start..<span.range.upperBound - start,
          literal: span.literal.map { $0.lowerBound - start..<$0.upperBound - start })
      })
    return ScriptAssignment(
      name: name, value: Array(value[found.part]), kind: found.kind,
      range: map.raw(start + found.part.lowerBound..<start + found.part.upperBound))
  }

  /// Names have dots and dashes in options such as `--set auth.password=…`.
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
