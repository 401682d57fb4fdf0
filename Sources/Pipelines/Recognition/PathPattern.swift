internal import Findings

/// The end of a path: components with at most one `*` each, for any characters but `/`.
///
/// Nothing is made of the text before it is compared: there are a hundred patterns at each start.
struct PathPattern: Sendable, ExpressibleByStringLiteral {
  private let text: StaticString

  init(stringLiteral text: StaticString) { self.text = text }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  /// The byte that a path must end in; nil for a star.
  var last: UInt8? {
    text.withUTF8Buffer { text in
      guard let last = unsafe text.last else { return nil }
      return last == Self.star ? nil : last
    }
  }

  /// Whether the last components of a path are those of the pattern.
  func matches(_ path: Path) -> Bool {
    text.withUTF8Buffer { pattern in
      unsafe path.bytes.withUnsafeBufferPointer { path in
        unsafe Self.matches(pattern, path)
      }
    }
  }

  private static func matches(
    _ pattern: UnsafeBufferPointer<UInt8>, _ path: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var (end, pathEnd) = (pattern.count, path.count)
    while end > 0 {
      guard pathEnd >= 0 else { return false }
      // The last bytes differ soonest.
      if let last = unsafe path.last, end == pattern.count, unsafe pattern[end - 1] != Self.star,
        unsafe pattern[end - 1] != last
      {
        return false
      }
      let start = unsafe Self.start(of: pattern, endingAt: end)
      let pathStart = unsafe Self.start(of: path, endingAt: pathEnd)
      guard unsafe fits(pattern[start..<end], path[pathStart..<pathEnd]) else { return false }
      (end, pathEnd) = (start - 1, pathStart - 1)
    }
    return true
  }

  /// Where the component begins that ends at a place.
  private static func start(of path: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Int {
    var start = end
    while start > 0, unsafe path[start - 1] != slash { start -= 1 }
    return start
  }

  private static func fits(
    _ pattern: Slice<UnsafeBufferPointer<UInt8>>, _ name: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    guard let star = unsafe pattern.firstIndex(of: star) else {
      return unsafe pattern.elementsEqual(name)
    }
    let head = unsafe pattern[..<star]
    let tail = unsafe pattern[(star + 1)...]
    return unsafe name.count >= head.count + tail.count && name.starts(with: head)
      && name.suffix(tail.count).elementsEqual(tail)
  }
}
