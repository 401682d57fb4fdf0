internal import Findings

/// Takes the messages out of JSON records such as `{"message":"…","time":"…"}`.
///
/// The JSON is not parsed: a message is found by its key, wherever it stands, so that a segment may
/// begin and end anywhere and damage costs one record. What stands between the messages and is more
/// than their frames follows at the end: nothing is lost.
struct MessageUnpacker {
  /// How one system packs its lines.
  struct Packing: Sendable {
    /// The message's key, with quotes and colon.
    let key: StaticString
    /// The key of an ISO 8601 time behind the message, with its quotes and colon.
    var time: StaticString?
    /// The other keys of a record.
    let others: Set<String>
    /// Whether the message is base64.
    var isBase64 = false
    /// Whether each message is a line, with or without its newline.
    var isLine = false
  }

  private let raw: [UInt8]
  private let packing: Packing
  private var quotes = NextByte(UInt8(ascii: "\""))
  private var backslashes = NextByte(UInt8(ascii: "\\"))
  private var newlines = NextByte(Byte.newline)
  private var log = UnpackedLog()
  /// What stood between the messages and is more than a frame.
  private var rest: [Range<Int>] = []

  /// A longer frame holds more than it should.
  private static let longestFrame = 256

  static func unpack(_ raw: [UInt8], _ packing: Packing) -> UnpackedLog {
    var unpacker = MessageUnpacker(raw, packing)
    unpacker.run()
    return unpacker.log
  }

  private init(_ raw: [UInt8], _ packing: Packing) {
    self.raw = raw
    self.packing = packing
    log.text.bytes.reserveCapacity(raw.count)
  }

  private mutating func run() {
    var at = 0
    var frame = 0
    var message: Int?
    while let (key, start) = nextMessage(from: at) {
      read(frame: frame..<key, of: message)
      message = start
      at = packing.isBase64 ? decodeBase64(from: start) : decodeString(from: start)
      if packing.isLine, log.text.bytes.last != Byte.newline { append(Byte.newline, at: at) }
      // Behind the closing quote.
      frame = min(at + 1, raw.count)
    }
    // Without any message there is no record whose frame this could be.
    if message == nil { rest = [raw.indices] } else { read(frame: frame..<raw.count, of: message) }
    for range in rest {
      if let last = log.text.bytes.last, last != Byte.newline {
        append(Byte.newline, at: range.lowerBound)
      }
      copy(range)
    }
  }

  /// The next key of a message, and where its text begins.
  private func nextMessage(from start: Int) -> (key: Int, start: Int)? {
    var at = start
    while true {
      let key = raw.offset(of: packing.key, in: at..<raw.count)
      guard key < raw.count else { return nil }
      var text = key + packing.key.utf8CodeUnitCount
      while text < raw.count, raw[text] == Byte.space { text += 1 }
      let isKey = key == 0 || raw[key - 1] != UInt8(ascii: "\\")
      if isKey, text < raw.count, raw[text] == UInt8(ascii: "\"") { return (key, text + 1) }
      at = key + 1
    }
  }

  /// Reads what stands between two messages; the time is that of the earlier one.
  private mutating func read(frame: Range<Int>, of message: Int?) {
    if let time = packing.time, let message {
      let key = raw.offset(of: time, in: frame)
      let start = key + time.utf8CodeUnitCount + 1
      if start < frame.upperBound, let stamp = LogStamp(line: message, time: start) {
        log.stamps.append(stamp)
      }
    }
    if !isFrame(frame) { rest.append(frame) }
  }

  /// Whether a range holds nothing but the punctuation, keys and short values of a record.
  private func isFrame(_ range: Range<Int>) -> Bool {
    guard range.count <= Self.longestFrame else { return false }
    var at = range.lowerBound
    while at < range.upperBound {
      switch raw[at] {
      case UInt8(ascii: "\""):
        guard let end = isKnown(stringAt: at, range.upperBound) else { return false }
        at = end
      case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
        guard
          let word = ["true", "false", "null"].first(where: { raw.span.starts(with: $0, at: at) })
        else { return false }
        at += word.utf8.count
      case Byte.space, Byte.newline, Byte.carriageReturn, 0x30...0x3A, UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
        UInt8(ascii: "."), UInt8(ascii: "-"):
        at += 1
      default:
        return false
      }
    }
    return true
  }

  /// Just behind a string that is a record's key or a short value; `nil` for any other.
  private func isKnown(stringAt start: Int, _ limit: Int) -> Int? {
    let close = raw.offset(of: UInt8(ascii: "\""), in: min(start + 1, limit)..<limit)
    var next = close + 1
    while next < limit, raw[next] == Byte.space { next += 1 }
    guard next < limit, raw[next] == UInt8(ascii: ":") else {
      return close - start <= 64 ? min(close + 1, limit) : nil
    }
    return packing.others.contains(String(decoding: raw[(start + 1)..<close], as: UTF8.self))
      ? next : nil
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    log.text.map.append(text: log.text.bytes.count, raw: range.lowerBound)
    log.text.bytes.append(contentsOf: raw[range])
  }

  /// Appends a byte that is written in another way.
  private mutating func append(_ byte: UInt8, at offset: Int, length: Int = 1) {
    log.text.map.append(text: log.text.bytes.count, raw: offset, stride: length)
    log.text.bytes.append(byte)
  }
}

// MARK: - Decoding

extension MessageUnpacker {
  /// Decodes a string up to its quote, or to the end of the line if it was cut.
  ///
  /// - Returns: the offset of its end.
  private mutating func decodeString(from start: Int) -> Int {
    let end = newlines.offset(in: start..<raw.count, of: raw)
    var at = start
    while at < end {
      let quote = quotes.offset(in: at..<end, of: raw)
      let backslash = backslashes.offset(in: at..<quote, of: raw)
      copy(at..<backslash)
      guard backslash < quote else { return quote }
      at = decodeEscape(at: backslash, end)
    }
    return at
  }

  private mutating func decodeEscape(at start: Int, _ end: Int) -> Int {
    guard start + 1 < end else { return end }
    let byte: UInt8
    switch raw[start + 1] {
    case UInt8(ascii: "n"): byte = Byte.newline
    case UInt8(ascii: "r"): byte = Byte.carriageReturn
    case UInt8(ascii: "t"): byte = 0x09
    case UInt8(ascii: "b"): byte = 0x08
    case UInt8(ascii: "f"): byte = 0x0C
    case UInt8(ascii: "u"): return decodeUnit(at: start, end)
    case let other: byte = other
    }
    append(byte, at: start, length: 2)
    return start + 2
  }

  /// `\uXXXX`, or two of them for a character beyond the first plane.
  private mutating func decodeUnit(at start: Int, _ end: Int) -> Int {
    guard let unit = unit(at: start, end) else {
      copy(start..<start + 2)
      return start + 2
    }
    var scalar = UInt32(unit)
    var length = 6
    if unit & 0xFC00 == 0xD800, let low = self.unit(at: start + 6, end), low & 0xFC00 == 0xDC00 {
      scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
      length = 12
    }
    for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      ?? UTF8.encodedReplacementCharacter
    {
      append(byte, at: start, length: length)
    }
    return start + length
  }

  private func unit(at start: Int, _ end: Int) -> UInt16? {
    guard start + 6 <= end, raw[start] == UInt8(ascii: "\\"), raw[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for offset in start + 2..<start + 6 {
      guard let digit = Hex.value(of: raw[offset]) else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// Decodes base64 up to its quote; what is none stays as it is.
  private mutating func decodeBase64(from start: Int) -> Int {
    let end = newlines.offset(in: start..<raw.count, of: raw)
    let quote = quotes.offset(in: start..<end, of: raw)
    guard let bytes = Base64.decode(raw[start..<quote]) else {
      copy(start..<quote)
      return quote
    }
    if !bytes.isEmpty {
      log.text.map.append(
        text: log.text.bytes.count, raw: start, stride: OffsetMap.base64Stride)
      log.text.bytes += bytes
    }
    return quote
  }
}
