internal import Findings

/// The end of a path: components with `*` for any characters but `/`.
struct PathPattern: Sendable, ExpressibleByStringLiteral {
  private let components: [[UInt8]]
  /// The bytes that a path's last component must begin and end with, if the pattern spells them out:
  /// what tells most paths apart.
  private let first: UInt8?
  private let last: UInt8?

  init(stringLiteral pattern: String) {
    components = pattern.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    let ends = [components.last?.first, components.last?.last]
      .map { $0 == UInt8(ascii: "*") ? nil : $0 }
    first = ends[0]
    last = ends[1]
  }

  /// The last component; the one that tells most files apart.
  var name: [UInt8] { components.last ?? [] }

  /// Whether the last components of a path are those of the pattern.
  func matches(_ path: Path) -> Bool {
    let bytes = path.bytes
    if let last, bytes.last != last { return false }
    if let first, path.name.first != first { return false }
    var end = bytes.count
    for component in components.reversed() {
      guard end >= 0 else { return false }
      let start = (bytes[..<end].lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
      guard Self.matches(component[...], bytes[start..<end]) else { return false }
      end = start - 1
    }
    return true
  }

  private static func matches(
    _ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>
  ) -> Bool {
    guard let star = pattern.firstIndex(of: UInt8(ascii: "*")) else {
      return pattern.elementsEqual(name)
    }
    // One star is all that the dialects need.
    let head = pattern[..<star]
    let tail = pattern[(star + 1)...]
    return name.count >= head.count + tail.count && name.starts(with: head)
      && name.suffix(tail.count).elementsEqual(tail)
  }
}
