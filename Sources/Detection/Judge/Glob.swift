/// Matches globs: `*` stands for any bytes but `/`, `**` for any bytes, `?` for one byte but `/`.
/// A pattern without `/` is held against the last part of a path; one that ends in `/` means all
/// below that folder.
public struct Glob: Sendable {
  private let pattern: [UInt8]
  private let isName: Bool

  /// A glob from its text.
  public init(_ text: String) {
    var pattern = Array(text.utf8)
    if pattern.last == UInt8(ascii: "/") { pattern += Array("**".utf8) }
    if pattern.first == UInt8(ascii: "/") { pattern.removeFirst() }
    isName = !pattern.contains(UInt8(ascii: "/"))
    self.pattern = pattern
  }

  /// Whether a path matches. O(path · pattern).
  public func matches(path: [UInt8]) -> Bool {
    if isName, let slash = path.lastIndex(of: UInt8(ascii: "/")) {
      return matches(Array(path[(slash + 1)...]))
    }
    return matches(path)
  }

  /// Whether a text matches. One row of reachable places for each byte of the pattern: no input
  /// makes it slow.
  public func matches(_ text: [UInt8]) -> Bool {
    var reachable = [Bool](repeating: false, count: text.count + 1)
    reachable[0] = true
    var index = 0
    while index < pattern.count {
      let byte = pattern[index]
      var next = [Bool](repeating: false, count: text.count + 1)
      if byte == UInt8(ascii: "*") {
        let crosses = index + 1 < pattern.count && pattern[index + 1] == byte
        // `**/` also stands for nothing: `a/**/b` holds `a/b`.
        let skipsSlash =
          crosses && index + 2 < pattern.count && pattern[index + 2] == UInt8(ascii: "/")
        var isOpen = false
        for place in 0...text.count {
          if reachable[place] { isOpen = true }
          if isOpen {
            next[place] = true
            if !crosses, place < text.count, text[place] == UInt8(ascii: "/") { isOpen = false }
          }
        }
        if skipsSlash {
          for place in 0...text.count where next[place] {
            next[place] =
              reachable[place] || place > 0 && text[place - 1] == UInt8(ascii: "/")
          }
          index += 1
        }
        index += crosses ? 2 : 1
      } else {
        for place in 0..<text.count where reachable[place] {
          let matches =
            byte == UInt8(ascii: "?") ? text[place] != UInt8(ascii: "/") : text[place] == byte
          if matches { next[place + 1] = true }
        }
        index += 1
      }
      reachable = next
    }
    return reachable[text.count]
  }
}
