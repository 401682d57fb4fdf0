/// The input in a form that libyaml reads: the same bytes at the same places, but for fillers where
/// it would refuse the whole text or lose itself in it.
struct ReadableText: Sendable {
  /// The input.
  let source: [UInt8]
  /// What libyaml gets; shares the storage of the input if that is clean.
  private(set) var text: [UInt8]
  private(set) var characters = CharacterIndex()
  /// The first byte that YAML forbids.
  private(set) var firstForbidden: Int?
  /// Whether `text` differs from the input anywhere.
  private(set) var isMended = false

  /// A letter that is no indicator and no escape, so that it can only stand for itself.
  private static let filler = UInt8(ascii: "~")

  /// Takes time and memory in proportion to the input; a clean ASCII input is not copied.
  init(_ source: [UInt8]) {
    self.source = source
    text = source
    if !Self.isClean(source) { replaceForbidden() }
    defuseTagDirectives()
  }

  /// Where to begin: behind a byte order mark, which libyaml does not count evenly.
  var start: Int { ByteOrderMark.starts(source) ? ByteOrderMark.length : 0 }

  /// Puts a filler on one byte.
  mutating func mend(_ offset: Int, with byte: UInt8) {
    text[offset] = byte
    isMended = true
  }

  private static func isClean(_ bytes: [UInt8]) -> Bool {
    // No early end and no branch, so that the loop is vectorised.
    var dirt: UInt8 = 0
    for byte in bytes {
      let outside: UInt8 = byte &- 0x20 > 0x5E ? 1 : 0
      let white: UInt8 = byte == 0x09 || byte == 0x0A || byte == 0x0D ? 1 : 0
      dirt |= outside & ~white
    }
    return dirt == 0
  }

  private mutating func replaceForbidden() {
    var place = 0
    while place < source.count {
      characters.append(at: place)
      let isLetter = source[place] &- 0x20 <= 0x5E
      let width = isLetter ? 1 : Self.allowedWidth(source, at: place)
      if width == 0 {
        if firstForbidden == nil { firstForbidden = place }
        mend(place, with: Self.filler)
      }
      place += max(width, 1)
    }
  }

  /// Bytes of the character at `place` if libyaml's `reader.c` lets it pass, else 0.
  private static func allowedWidth(_ bytes: [UInt8], at place: Int) -> Int {
    let first = bytes[place]
    if first < 0x80 {
      let isPrintable = (0x20...0x7E).contains(first)
      return isPrintable || first == 0x09 || first == 0x0A || first == 0x0D ? 1 : 0
    }
    func continuation(_ distance: Int) -> UInt32? {
      let index = place + distance
      guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[index] & 0x3F)
    }
    switch first {
    case 0xC2...0xDF:
      guard let second = continuation(1) else { return 0 }
      let value = UInt32(first & 0x1F) << 6 | second
      return value == 0x85 || value >= 0xA0 ? 2 : 0
    case 0xE0...0xEF:
      guard let second = continuation(1), let third = continuation(2) else { return 0 }
      let value = UInt32(first & 0x0F) << 12 | second << 6 | third
      return value >= 0x800 && value <= 0xFFFD && !(0xD800...0xDFFF).contains(value) ? 3 : 0
    case 0xF0...0xF4:
      guard let second = continuation(1), let third = continuation(2),
        let fourth = continuation(3)
      else { return 0 }
      let value = UInt32(first & 0x07) << 18 | second << 12 | third << 6 | fourth
      return (0x10000...0x10FFFF).contains(value) ? 4 : 0
    default:
      return 0
    }
  }
}
