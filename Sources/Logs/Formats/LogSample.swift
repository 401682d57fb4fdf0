internal import Findings

/// The beginning of a document, cut into lines, and its path: what a format is recognised by.
struct LogSample {
  /// The whole document.
  let bytes: [UInt8]
  /// Its path.
  let path: Path
  /// The first lines, without byte order marks; the last may be cut.
  private let lines: [Range<Int>]
  /// What they begin with.
  private let firsts: FirstBytes
  /// Where the document's first escape character stands; its end if it has none.
  let firstEscape: Int
  /// Whether it begins as the formats do that pack messages in JSON.
  let beginsAsJSON: Bool
  /// How many lines are not empty.
  let writtenLines: Int

  /// Bytes that are cut into lines.
  static let length = 4_096
  /// Lines that are kept.
  private static let lineCount = 40

  init(bytes: [UInt8], path: Path) {
    self.bytes = bytes
    self.path = path
    let limit = min(bytes.count, Self.length)
    var lines: [Range<Int>] = []
    lines.reserveCapacity(Self.lineCount)
    var at = 0
    while at < limit, lines.count < Self.lineCount {
      let end = bytes.offset(of: Byte.newline, in: at..<limit)
      lines.append(min(bytes.hasByteOrderMark(at: at) ? at + 3 : at, end)..<end)
      at = end + 1
    }
    var firsts = FirstBytes()
    var written = 0
    for line in lines where !line.isEmpty {
      firsts.insert(bytes[line.lowerBound])
      written += 1
    }
    self.lines = lines
    self.firsts = firsts
    writtenLines = written
    firstEscape = bytes.offset(of: Byte.escape, in: 0..<bytes.count)
    beginsAsJSON = Self.beginsAsJSON(bytes)
  }

  /// How many of the first lines pass a test.
  ///
  /// - Parameter opening: the bytes that such lines begin with, where they are known.
  func count(
    among first: Int = .max, opening: FirstBytes? = nil, _ test: (Span<UInt8>) -> Bool
  ) -> Int {
    if let opening, firsts.isDisjoint(with: opening) { return 0 }
    let span = bytes.span
    var count = 0
    for line in lines.prefix(first) {
      if let opening {
        guard !line.isEmpty, opening.contains(bytes[line.lowerBound]) else { continue }
      }
      if test(span.extracting(line)) { count += 1 }
    }
    return count
  }

  /// Whether a share of the lines that are not empty passes a test, which empty lines never do: at least
  /// `numerator` of `denominator` of them, and `least`. Ends as soon as too many have failed.
  func most(
    _ numerator: Int, of denominator: Int, least: Int, _ test: (Span<UInt8>) -> Bool
  ) -> Bool {
    let span = bytes.span
    var failures = 0
    for line in lines where !line.isEmpty {
      if test(span.extracting(line)) { continue }
      failures += 1
      if failures * denominator > writtenLines * (denominator - numerator) { return false }
    }
    return writtenLines - failures >= least
  }

  /// Whether one of the first lines passes a test; as of ``count(among:opening:_:)``.
  func hasLine(
    among first: Int = .max, opening: FirstBytes? = nil, _ test: (Span<UInt8>) -> Bool
  ) -> Bool {
    count(among: first, opening: opening, test) > 0
  }

  /// Whether a document begins as the formats do that pack messages in JSON.
  static func beginsAsJSON(_ bytes: [UInt8]) -> Bool {
    var start = bytes.hasByteOrderMark(at: 0) ? 3 : 0
    while start < min(bytes.count, 64), bytes[start] <= Byte.space { start += 1 }
    return start < bytes.count
      && (bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "["))
  }

  /// Whether the first bytes that are not blank are one of some texts.
  func begins(with texts: String...) -> Bool {
    let span = bytes.span
    var start = bytes.hasByteOrderMark(at: 0) ? 3 : 0
    while start < min(bytes.count, 64), bytes[start] <= Byte.space { start += 1 }
    return texts.contains { span.starts(with: $0, at: start) }
  }

  /// Whether a text stands in the first mebibyte: a line of JSON can be long.
  func contains(_ text: StaticString) -> Bool {
    let limit = min(bytes.count, 1 << 20)
    return bytes.offset(of: text, in: 0..<limit) < limit
  }

  /// How many of the first bytes decide what the lines are: up to the end of the last that is kept, or
  /// all that are cut into lines.
  static func decisive(_ bytes: [UInt8]) -> Int {
    let limit = min(bytes.count, length)
    var at = 0
    for _ in 0..<lineCount {
      let end = bytes.offset(of: Byte.newline, in: at..<limit)
      guard end < limit else { return length }
      at = end + 1
    }
    return at
  }

  /// Whether the beginning holds a NUL, as binary files do.
  var hasNUL: Bool {
    let limit = min(bytes.count, Self.length)
    return bytes.offset(of: 0, in: 0..<limit) < limit
  }
}
