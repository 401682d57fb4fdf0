internal import Glibc

/// The bytes that logs are made of.
enum Byte {
  static let bell: UInt8 = 0x07
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let escape: UInt8 = 0x1B
  static let space: UInt8 = 0x20

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isUppercase(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// `[A-Za-z0-9_]`.
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
  }
}

extension [UInt8] {
  /// The first offset of a byte in a range; the range's end if it is not there.
  func offset(of byte: UInt8, in range: Range<Int>) -> Int {
    guard !range.isEmpty else { return range.upperBound }
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let hit = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return range.upperBound }
      return unsafe UnsafeRawPointer(hit) - base
    }
  }

  /// The first offset of a text in a range; the range's end if it is not there. O(bytes), fast
  /// where the text's first byte is rare.
  func offset(of text: StaticString, in range: Range<Int>) -> Int {
    let first = text.withUTF8Buffer { unsafe $0[0] }
    let last = range.upperBound - text.utf8CodeUnitCount
    guard range.lowerBound <= last else { return range.upperBound }
    var at = range.lowerBound
    while at <= last {
      at = offset(of: first, in: at..<last + 1)
      guard at <= last else { break }
      let isHere = text.withUTF8Buffer { needle in
        var index = 1
        while index < needle.count {
          guard unsafe self[at + index] == needle[index] else { return false }
          index += 1
        }
        return true
      }
      if isHere { return at }
      at += 1
    }
    return range.upperBound
  }

  /// Whether the bytes at an offset are the UTF-8 byte order mark.
  func hasByteOrderMark(at offset: Int) -> Bool {
    offset + 3 <= count && self[offset] == 0xEF && self[offset + 1] == 0xBB
      && self[offset + 2] == 0xBF
  }
}

extension ArraySlice<UInt8> {
  /// Where a text that is not empty stands first; `nil` if it is not there. O(bytes).
  func range(of text: [UInt8]) -> Range<Int>? {
    var at = startIndex
    while let found = self[at...].firstIndex(of: text[0]), found + text.count <= endIndex {
      if self[found..<found + text.count].elementsEqual(text) { return found..<found + text.count }
      at = found + 1
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The eight bytes that begin at an offset, the first one lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count - 8, "eight bytes")
    return unsafe withUnsafeBytes { buffer in
      unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// Whether the bytes from `offset` on begin with a text.
  @inline(__always)
  func starts(with prefix: String, at offset: Int = 0) -> Bool {
    let utf8 = prefix.utf8
    guard offset + utf8.count <= count else { return false }
    // Nearly all texts differ in the first byte.
    if let first = utf8.first, self[offset] != first { return false }
    var at = offset
    for byte in utf8 {
      guard self[at] == byte else { return false }
      at += 1
    }
    return true
  }

  /// Whether the bytes are a text.
  func equals(_ text: String) -> Bool { count == text.utf8.count && starts(with: text) }

  /// Whether a text stands in the first bytes; for recognition, not for every line.
  func contains(_ text: String, limit: Int = 512) -> Bool {
    for at in 0..<Swift.min(count, limit) where starts(with: text, at: at) { return true }
    return false
  }

  /// The bytes from `offset` on as text, at most `limit` bytes: names of steps come from here.
  func name(from offset: Int, limit: Int = 256) -> String {
    var bytes: [UInt8] = []
    for index in offset..<Swift.max(offset, Swift.min(count, offset + limit)) {
      bytes.append(self[index])
    }
    while bytes.last == Byte.space { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
