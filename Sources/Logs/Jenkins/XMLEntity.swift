/// A character that XML writes in another way: `&amp;`, `&#39;`, `&#x27;`.
public struct XMLEntity {
  /// The character, in UTF-8.
  public let bytes: [UInt8]
  /// How long the entity is, in bytes.
  public let length: Int

  /// The longest one that is known, `&#x10FFFF;`, with a few zeros.
  private static let longest = 16

  /// The entity that a text begins with; `nil` if it begins with none. O(1).
  public init?(_ text: ArraySlice<UInt8>) {
    guard text.first == UInt8(ascii: "&"),
      let end = text.prefix(Self.longest).firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let name = String(decoding: text[(text.startIndex + 1)..<end], as: UTF8.self)
    guard let character = Self.character(name) else { return nil }
    bytes = Array(String(character).utf8)
    length = end + 1 - text.startIndex
  }

  private static func character(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let isHex = name.hasPrefix("#x")
      guard isHex || name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst(isHex ? 2 : 1)
      return UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
    }
  }

  /// A text without entities. O(length).
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = text.startIndex
    while at < text.endIndex {
      if let entity = XMLEntity(text[at...]) {
        bytes += entity.bytes
        at += entity.length
      } else {
        bytes.append(text[at])
        at += 1
      }
    }
    return bytes
  }
}
