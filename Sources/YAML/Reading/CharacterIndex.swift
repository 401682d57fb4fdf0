/// Maps libyaml's places, which count characters, to bytes. Costs nothing for ASCII.
struct CharacterIndex: Sendable {
  private static let stride = 16

  // Byte of every 16th character; empty for ASCII.
  private var marks: [UInt32] = []
  private var characters = 0

  /// Adds the next character; only for texts that are not ASCII, and then for all their characters.
  mutating func append(at byte: Int) {
    if characters % Self.stride == 0 { marks.append(UInt32(truncatingIfNeeded: byte)) }
    characters += 1
  }

  /// The first byte of a character, or the end of `text`.
  func byte(of character: Int, in text: [UInt8]) -> Int {
    if marks.isEmpty { return min(max(character, 0), text.count) }
    guard character < characters else { return text.count }
    let character = max(character, 0)
    var byte = Int(marks[character / Self.stride])
    var left = character % Self.stride
    while left > 0, byte < text.count {
      byte += Self.width(text[byte])
      left -= 1
    }
    return min(byte, text.count)
  }

  /// How many characters begin before a byte.
  func character(at byte: Int, in text: [UInt8]) -> Int {
    if marks.isEmpty { return byte }
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(marks[middle]) <= byte { low = middle } else { high = middle }
    }
    var place = Int(marks[low])
    var character = low * Self.stride
    while place < byte, place < text.count {
      place += Self.width(text[place])
      character += 1
    }
    return character
  }

  /// Bytes of the character that begins with this byte, in valid UTF-8.
  private static func width(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
