import Findings

/// Writes JSON in the order it is told, straight into bytes.
///
/// FoundationEssentials' encoder sorts keys or leaves their order to chance, goes through a boxed
/// tree, and passes invisible characters on as they are. Here the order is the reader's (what, where,
/// since when), 25,000 SARIF results are one pass, and whatever could act on a terminal is escaped.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Containers this deep and deeper stand on one line.
  private let lineDepth: Int
  private var depth = 0
  private var needsComma = false
  private var isAfterKey = false

  /// A writer that breaks lines between the members of containers nested less than `lineDepth`.
  init(lineDepth: Int) { self.lineDepth = lineDepth }

  /// An object.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// An array.
  mutating func array(_ body: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// The key of the next value.
  mutating func key(_ name: String) {
    separate()
    // Names are ours, and need no look.
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if depth <= lineDepth { bytes.append(0x20) }
    needsComma = false
    isAfterKey = true
  }

  /// A text.
  mutating func value(_ text: String) {
    separate()
    quoted(text)
  }

  /// A number.
  mutating func value(_ number: Int) {
    separate()
    bytes += String(number).utf8
  }

  /// A truth value.
  mutating func value(_ flag: Bool) {
    separate()
    bytes += (flag ? "true" : "false").utf8
  }

  /// A value that was written before, by a writer that breaks no lines.
  mutating func raw(_ json: [UInt8]) {
    separate()
    bytes += json
  }

  /// Ends a line between two values that have nothing to do with each other.
  mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Hands out what was written, if it is worth a call: a report need not be held whole.
  mutating func handOut(to take: ([UInt8]) -> Void) {
    guard bytes.count >= Self.pieceLength else { return }
    take(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private static let pieceLength = 256 << 10

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
    } else {
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      if depth > 0, depth <= lineDepth { newline() }
    }
    needsComma = true
  }

  private mutating func container(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    // An empty container stays on its line.
    if needsComma, depth < lineDepth { newline() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func newline() {
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: depth * 2)
  }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      var isPlain = true
      for index in 0..<utf8.count {
        let byte = unsafe utf8[index]
        isPlain = isPlain && byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C
      }
      if isPlain { unsafe bytes.append(contentsOf: utf8) }
      return isPlain
    }
    if !isPlain { for scalar in text.unicodeScalars { escaped(scalar) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\":
      bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
    case "\n": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case "\t": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case _ where Visible.isHarmless(scalar): bytes += String(Character(scalar)).utf8
    default:
      for unit in scalar.utf16 {
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        bytes += Hex.text([UInt8(unit >> 8), UInt8(unit & 0xFF)]).utf8
      }
    }
  }
}
