/// Tells a repository's configuration whose objects and index are of the first format, and that git
/// reads without an error, by a strict reading of what is usual in one.
enum PlainConfig {
  /// Whether a configuration says nothing of formats but that there is none, and holds nothing that a
  /// simple reading could get wrong: quotes, escapes, other files.
  static func isPlain(_ bytes: [UInt8]) -> Bool {
    var section: [UInt8]?
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let line = trimmed(line)
      guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else {
        continue
      }
      if first == UInt8(ascii: "[") {
        section = name(ofSection: line)
        if section == nil { return false }
      } else {
        guard let section, isPlain(line, in: section) else { return false }
      }
    }
    return true
  }

  /// The name in `[name]` and `[name "subsection"]`, in small letters; `nil` for what is not plain.
  private static func name(ofSection line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.count > 2, line.last == UInt8(ascii: "]") else { return nil }
    let inside = line.dropFirst().dropLast()
    let name = inside.prefix(while: isNamePart)
    let rest = inside[name.endIndex...]
    if !rest.isEmpty {
      let quote = UInt8(ascii: "\"")
      guard rest.count >= 3, rest.starts(with: " \"".utf8), rest.last == quote,
        rest.dropFirst(2).dropLast().allSatisfy({ $0 != quote && $0 != UInt8(ascii: "\\") })
      else { return nil }
    }
    let lowercased = name.map { $0 | 0x20 }
    let isOfFormats = ["extensions", "include", "includeif"].contains {
      lowercased.elementsEqual($0.utf8)
    }
    return name.isEmpty || isOfFormats ? nil : lowercased
  }

  /// Whether a line is `name`, or `name = value` without quotes and escapes, and no format but 0.
  private static func isPlain(_ line: ArraySlice<UInt8>, in section: [UInt8]) -> Bool {
    let name = line.prefix(while: isNamePart)
    guard let first = name.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    let rest = trimmed(line[name.endIndex...])
    guard rest.isEmpty || rest.first == UInt8(ascii: "=") else { return false }
    let value = trimmed(rest.dropFirst())
    let isFormat =
      section.elementsEqual("core".utf8)
      && name.map { $0 | 0x20 }.elementsEqual("repositoryformatversion".utf8)
    if isFormat { return value.elementsEqual("0".utf8) }
    return value.allSatisfy {
      $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 >= 0x20
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
      || byte == 0x2E
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return bytes[start..<max(start, end)]
  }
}
