import Foundation

/// Lines of the form `path NUL line : match`.
enum RipgrepReport {
  static func read(_ bytes: Data) -> FoundList {
    let findings = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line -> Found? in
      let parts = line.split(separator: 0, maxSplits: 1)
      guard parts.count == 2,
        let number = Int(
          String(decoding: parts[1].prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self))
      else { return nil }
      let path = String(decoding: parts[0], as: UTF8.self)
      return Found(places: [
        FoundPlace(
          path: path.hasPrefix("./") ? String(path.dropFirst(2)) : path, lines: number...number)
      ])
    }
    return FoundList(findings: findings)
  }
}
