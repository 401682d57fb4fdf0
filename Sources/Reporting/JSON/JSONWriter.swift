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
  /// In how many containers the next value stands.
  private(set) var depth = 0
  private var needsComma = false
  private var isAfterKey = false

  /// A writer that breaks lines between the members of containers nested less than `lineDepth`.
  ///
  /// - Parameter depth: in how many containers of another writer it writes.
  init(lineDepth: Int, depth: Int = 0) {
    self.lineDepth = lineDepth
    self.depth = depth
  }

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
    // Names are ours, and need no look.
    let isSpaced = depth <= lineDepth
    var name = name
    name.withUTF8 { utf8 in
      unsafe separate(adding: utf8.count + 4) { output in
        unsafe output.put(UInt8(ascii: "\""))
        unsafe output.put(utf8)
        unsafe output.put(UInt8(ascii: "\""))
        unsafe output.put(UInt8(ascii: ":"))
        if isSpaced { unsafe output.put(0x20) }
      }
    }
    needsComma = false
    isAfterKey = true
  }

  /// A text.
  mutating func value(_ text: String) {
    var text = text
    let isWritten = text.withUTF8 { utf8 in
      guard unsafe Self.isPlain(utf8) else { return false }
      unsafe separate(adding: utf8.count + 2) { output in
        unsafe output.put(UInt8(ascii: "\""))
        unsafe output.put(utf8)
        unsafe output.put(UInt8(ascii: "\""))
      }
      return true
    }
    if isWritten { return }
    separate()
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars { escaped(scalar) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A number.
  mutating func value(_ number: Int) {
    separate()
    bytes.append(decimal: number)
  }

  /// A truth value.
  mutating func value(_ flag: Bool) {
    separate()
    bytes.append(text: flag ? "true" : "false")
  }

  /// A value that was written before, by a writer that breaks no lines.
  mutating func raw(_ json: some Collection<UInt8>) {
    separate()
    bytes += json
  }

  /// Some elements of an array that were written before, by a writer that stood as deep as this one.
  mutating func elements(_ json: [UInt8]) {
    if json.isEmpty { return }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes += json
    needsComma = true
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

  private mutating func separate() { unsafe separate(adding: 0) { _ in } }

  /// Begins a key or a value, and adds some bytes at once.
  private mutating func separate(adding room: Int, _ body: (inout Room) -> Void) {
    let hasComma = !isAfterKey && needsComma
    let indent = !isAfterKey && depth > 0 && depth <= lineDepth ? 2 * depth : -1
    isAfterKey = false
    needsComma = true
    let needed = bytes.count + room + 2 + max(0, indent)
    if needed > bytes.capacity { bytes.reserveCapacity(max(needed, 2 * bytes.capacity)) }
    bytes.append(addingCapacity: needed - bytes.count) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        // The room that is asked for above.
        var room = unsafe Room(buffer: buffer, count: count)
        if hasComma { unsafe room.put(UInt8(ascii: ",")) }
        if indent >= 0 {
          unsafe room.put(0x0A)
          for _ in 0..<indent { unsafe room.put(0x20) }
        }
        unsafe body(&room)
        count = unsafe room.count
      }
    }
  }

  /// Memory behind the bytes, which whoever writes has asked for.
  @unsafe private struct Room {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count: Int

    @inline(__always) mutating func put(_ byte: UInt8) {
      unsafe buffer[count] = byte
      unsafe count += 1
    }

    @inline(__always) mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
      for index in 0..<bytes.count { unsafe put(bytes[index]) }
    }
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
    bytes.append(blanks: depth * 2)
  }

  /// Whether a text is printable ASCII without what is escaped, eight bytes at a time.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var special: UInt64 = 0
    var place = 0
    while place + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // A byte's highest bit is set by what is below a blank, a quote, a backslash, 127 and beyond.
      special |= word | (word &- ones &* 0x20) | (word &+ ones)
      special |= ((word ^ ones &* 0x22) &- ones) | ((word ^ ones &* 0x5C) &- ones)
      place += 8
    }
    var isPlain = special & (ones &* 0x80) == 0
    while place < bytes.count {
      let byte = unsafe bytes[place]
      isPlain = isPlain && byte &- 0x20 < 0x5F && byte != 0x22 && byte != 0x5C
      place += 1
    }
    return isPlain
  }

  private mutating func escaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\":
      bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
    case "\n": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case "\t": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case _ where Visible.isHarmless(scalar): bytes += Unicode.UTF8.encode(scalar) ?? .init()
    default:
      for unit in scalar.utf16 {
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        bytes += Hex.text([UInt8(unit >> 8), UInt8(unit & 0xFF)]).utf8
      }
    }
  }
}
