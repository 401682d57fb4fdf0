import Glibc

extension ReadableText {
  // libyaml compares each `%TAG` line with all before it, and gives each node with a short tag a
  // copy of the long one: a small file could cost hours and gigabytes. Real files have one or two.
  private static let mostDirectives = 16
  private static let longestDirective = 80

  /// Turns `%TAG` lines that are too many or too long into comments.
  mutating func defuseTagDirectives() {
    var count = 0
    for offset in Self.percentTags(in: source) {
      guard offset == start || Self.endsLine(source[offset - 1]) else { continue }
      count += 1
      let line = source[offset...].prefix(Self.longestDirective + 1)
      let isShort = line.contains(Ascii.lineFeed) || line.count <= Self.longestDirective
      if count > Self.mostDirectives || !isShort { mend(offset, with: Ascii.hash) }
    }
  }

  /// The last bytes of libyaml's line breaks: LF, CR, NEL, LS, PS.
  private static func endsLine(_ byte: UInt8) -> Bool {
    [0x0A, 0x0D, 0x85, 0xA8, 0xA9].contains(byte)
  }

  /// Where `%TAG` stands, anywhere in a line.
  private static func percentTags(in bytes: [UInt8]) -> [Int] {
    unsafe bytes.withUnsafeBytes { bytes in
      var found: [Int] = []
      guard let base = bytes.baseAddress else { return found }
      var offset = 0
      while offset < bytes.count,
        let hit = unsafe memchr(base + offset, Int32(Ascii.percent), bytes.count - offset)
      {
        let place = unsafe base.distance(to: UnsafeRawPointer(hit))
        if unsafe bytes[place...].starts(with: "%TAG".utf8) { found.append(place) }
        offset = place + 1
      }
      return found
    }
  }
}
