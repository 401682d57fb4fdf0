/// `.gitleaksignore`: one finding a line, as `file:rule:line` or `commit:file:rule:line`.
enum GitleaksIgnore {
  static func read(_ bytes: [UInt8], file: String) throws(MigrationError) -> Imported {
    var imported = Imported()
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let text = String(decoding: line, as: UTF8.self).trimmed
      if text.isEmpty || text.hasPrefix("#") { continue }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 3, let number = Int(parts[parts.count - 1]), number > 0 else {
        throw MigrationError(
          file: file, line: index + 1, column: 1,
          message: "expected FILE:RULE:LINE or COMMIT:FILE:RULE:LINE")
      }
      // A path may hold colons, a commit may not.
      let isCommit = parts.count > 3 && parts[0].count == 40 && parts[0].allSatisfy(\.isHexDigit)
      let path = parts[(isCommit ? 1 : 0)..<(parts.count - 2)].joined(separator: ":")
      imported.known.append(
        .line(path: path, line: number, commit: isCommit ? parts[0].lowercased() : nil))
    }
    return imported
  }
}

extension String {
  /// Without the blanks at both ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
