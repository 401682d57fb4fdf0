/// Lets left boundaries stand behind the letter of an escape: in `"…\nsk-…"` a token begins a line,
/// whatever the byte before it looks like.
enum LeftBoundary {
  private static let opening: [UInt8] = Array("(?<!".utf8)
  private static let alphanumeric: [UInt8] = Array("[A-Za-z0-9".utf8)

  /// A pattern in which each `(?<![A-Za-z0-9…])` does not mind the `n` of `\n`, nor those of `\r`
  /// and `\t`.
  static func widened(_ source: String) -> String {
    let bytes = Array(source.utf8)
    var widened: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard let end = boundary(in: bytes, at: place) else {
        widened.append(bytes[place])
        place += 1
        continue
      }
      widened += bytes[place..<end] + Array(#"(?<!\\[nrt]))"#.utf8)
      place = end + 1
    }
    return String(decoding: widened, as: UTF8.self)
  }

  /// Where the closing parenthesis of a boundary stands that begins at a place.
  private static func boundary(in bytes: [UInt8], at place: Int) -> Int? {
    var end = place
    guard bytes[end...].starts(with: opening) else { return nil }
    end += opening.count
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    guard bytes[end...].starts(with: alphanumeric) else { return nil }
    while end < bytes.count, bytes[end] != UInt8(ascii: "]") { end += 1 }
    end += 1
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: ")") ? end : nil
  }
}
