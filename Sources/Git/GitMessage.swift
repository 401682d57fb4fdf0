internal import Findings

/// What git says on its standard error, made fit to be shown.
enum GitMessage {
  /// The first line that says something, with control characters escaped and without what stands
  /// in quotes: there git repeats values of the configuration, which may be secret.
  static func firstLine(_ bytes: [UInt8]) -> String {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where !line.isEmpty {
      return Visible.text(withoutQuoted(Array(line.prefix(400))))
    }
    return ""
  }

  /// The lines, each as ``firstLine(_:)`` gives it.
  static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { firstLine(Array($0)) }
  }

  private static func withoutQuoted(_ line: [UInt8]) -> [UInt8] {
    guard let first = line.firstIndex(where: isQuote) else { return line }
    // To the last quote: the value may hold quotes itself.
    let last = line.lastIndex(where: isQuote) ?? first
    let rest = last == first ? [] : Array(line[(last + 1)...])
    return line[..<first] + Array("'…'".utf8) + rest
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
  }
}
