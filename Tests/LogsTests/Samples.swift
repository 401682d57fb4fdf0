import Findings
import FoundationEssentials
import Logs

/// Bytes of a text in which `␛`, `␍`, `␇`, `⌖` and `␀` stand for control characters.
func raw(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  for character in text.unicodeScalars {
    switch character {
    case "␛": bytes.append(0x1B)
    case "␍": bytes.append(0x0D)
    case "␇": bytes.append(0x07)
    case "␀": bytes.append(0x00)
    case "⌖": bytes += [0xEF, 0xBB, 0xBF]
    default: bytes += Array(String(character).utf8)
    }
  }
  return bytes
}

func string(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: Array(bytes), as: UTF8.self)
}

/// Reads a marked-up log and gives its text.
func text(_ log: String, _ format: LogFormat) -> String {
  string(LogReader.read(raw(log), as: format).text.bytes)
}

/// Where a part of a text stands.
func range(of part: String, in text: [UInt8], from start: Int = 0) -> Range<Int>? {
  let part = Array(part.utf8)
  guard !part.isEmpty, text.count - start >= part.count else { return nil }
  for at in start...(text.count - part.count) where text[at..<at + part.count].elementsEqual(part) {
    return at..<at + part.count
  }
  return nil
}

/// The contents of a file in `fixtures/logs`.
func fixture(_ name: String, file: String = #filePath) throws -> String {
  let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try String(
    contentsOf: root.appending(path: "fixtures/logs/\(name)"), encoding: .utf8)
}

/// A token-shaped text that is no token.
let madeUpToken = "tok" + "_" + String(repeating: "a1B2", count: 9)

/// A small generator with a seed: tests repeat exactly.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

let allFormats = LogFormat.all

/// Checks that every byte of the text stands in the raw bytes where the map says, or is a newline
/// that ends a line there.
func firstWrongOffset(_ reading: LogReading, _ raw: [UInt8]) -> Int? {
  let text = reading.text
  for offset in text.bytes.indices {
    let at = text.map.raw(offset)
    guard raw.indices.contains(at) else { return offset }
    if text.bytes[offset] == raw[at] { continue }
    // A replaced carriage return or NUL, or the frame of a text that stood in an escape sequence.
    guard text.bytes[offset] == 0x0A,
      [0x00, 0x0D, 0x07, 0x1B, 0x5D, 0x50, 0x5E, 0x5F, 0x58].contains(raw[at])
    else { return offset }
  }
  return nil
}
