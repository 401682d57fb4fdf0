/// A tar written header by header.
struct HandmadeTar {
  enum Style {
    case old, ustar, gnu, pax
  }

  var style: Style
  var members: [Packed]
  var hasEnd = true

  func build() -> [UInt8] {
    var tar: [UInt8] = []
    for member in members {
      if member.name.utf8.count > 100 {
        let name = Array(member.name.utf8)
        switch style {
        case .gnu: tar += file("././@LongLink", name + [0], flag: "L")
        default: tar += file("PaxHeader", Self.paxRecord("path", name), flag: "x")
        }
      } else if style == .pax {
        tar += file("PaxHeader", Self.paxRecord("mtime", Array("1714557600.5".utf8)), flag: "x")
      }
      tar += file(member.name, member.bytes, flag: flag(of: member), link: member.link ?? "")
    }
    if hasEnd { tar += [UInt8](repeating: 0, count: 1024) }
    return tar
  }

  private func flag(of member: Packed) -> Character {
    switch member.type {
    case 0o040000: "5"
    case 0o120000: "2"
    case 0o020000: "3"
    case 0o060000: "4"
    case 0o010000: "6"
    default: member.link == nil ? "0" : "1"
    }
  }

  /// A header and its content, filled up to whole blocks.
  func file(
    _ name: String, _ bytes: [UInt8], flag: Character, link: String = "", size: Int? = nil
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: some Sequence<UInt8>, at offset: Int, most: Int) {
      for (index, byte) in text.prefix(most).enumerated() { header[offset + index] = byte }
    }
    func octal(_ value: Int, digits: Int) -> String.UTF8View {
      let text = String(value, radix: 8)
      return (String(repeating: "0", count: digits - text.count) + text).utf8
    }
    put(name.utf8, at: 0, most: 100)
    put(octal(0o644, digits: 7), at: 100, most: 7)
    put(octal(0, digits: 7), at: 108, most: 7)
    put(octal(0, digits: 7), at: 116, most: 7)
    put(octal(size ?? bytes.count, digits: 11), at: 124, most: 11)
    put(octal(1_714_557_600, digits: 11), at: 136, most: 11)
    put("        ".utf8, at: 148, most: 8)
    // Old tars write a folder as a file whose name ends in a slash.
    put(String(style == .old && flag == "5" ? "0" : flag).utf8, at: 156, most: 1)
    if style == .old && flag == "5" { put((name + "/").utf8, at: 0, most: 100) }
    put(link.utf8, at: 157, most: 100)
    switch style {
    case .old: break
    case .gnu: put("ustar  ".utf8, at: 257, most: 8)
    case .ustar, .pax: put("ustar\u{0}00".utf8, at: 257, most: 8)
    }
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6), at: 148, most: 6)
    header[154] = 0
    return header + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  static func paxRecord(_ key: String, _ value: [UInt8]) -> [UInt8] {
    let body = [0x20] + Array(key.utf8) + [0x3D] + value + [0x0A]
    var length = body.count + 1
    while String(length).utf8.count + body.count != length { length += 1 }
    return Array(String(length).utf8) + body
  }
}
