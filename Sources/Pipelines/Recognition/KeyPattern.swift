internal import YAML

/// Key paths of one shape: `jobs.*.steps[].with.*`. `*` is any key, `[]` any element, `**` at the end
/// all that is there and below, and `**` at the beginning anything or nothing above. A key with dots
/// stands in parentheses. `kind=Secret` is met by a scalar that begins so.
struct KeyPattern: Sendable, ExpressibleByStringLiteral {
  enum Component: Sendable, Equatable {
    case key([UInt8])
    case anyKey
    case anyIndex
  }

  let components: [Component]
  private let isOpen: Bool
  /// Whether the path may begin anywhere; then it is for sites, not for marks.
  private let isFloating: Bool
  /// How the scalar at the path begins.
  private let value: [UInt8]?

  init(stringLiteral pattern: String) {
    // By bytes: some hundred patterns are read before the first file of an unknown name.
    let bytes = Array(pattern.utf8)
    let sign = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.count
    value = sign < bytes.count ? Array(bytes[(sign + 1)...]) : nil
    var components: [Component] = []
    var isOpen = false
    var isFloating = false
    Self.forEachPart(of: bytes[..<sign]) { part in
      if part.elementsEqual("**".utf8) {
        if components.isEmpty { isFloating = true } else { isOpen = true }
        return
      }
      let key = part.prefix { $0 != UInt8(ascii: "[") }
      // A list at the top has no key.
      if !key.isEmpty {
        components.append(key.elementsEqual("*".utf8) ? .anyKey : .key(Array(key)))
      }
      for byte in part[key.endIndex...] where byte == UInt8(ascii: "[") {
        components.append(.anyIndex)
      }
    }
    self.components = components
    self.isOpen = isOpen
    self.isFloating = isFloating
  }

  /// Calls a closure with each part of a pattern, parentheses taken off.
  private static func forEachPart(
    of pattern: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void
  ) {
    guard !pattern.isEmpty else { return }
    var start = pattern.startIndex
    var isKey = false
    var isMarked = false
    func close(at end: Int) {
      let part = pattern[start..<end]
      body(
        isMarked ? part.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }[...] : part)
      start = end + 1
      isMarked = false
    }
    for index in pattern.indices {
      switch pattern[index] {
      case UInt8(ascii: "("): (isKey, isMarked) = (true, true)
      case UInt8(ascii: ")"): (isKey, isMarked) = (false, true)
      case UInt8(ascii: ".") where !isKey: close(at: index)
      default: break
      }
    }
    close(at: pattern.endIndex)
  }

  /// The keys that a text must hold if the pattern is to match anything in it.
  var keys: [[UInt8]] {
    components.compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  /// Whether a path has this shape, counted from the document that it is in.
  func matches(_ path: KeyPath) -> Bool {
    guard isOpen || mayMatch(path) else { return false }
    var found = path.inDocument
    if isFloating { found = found.suffix(components.count) }
    guard isOpen ? found.count >= components.count : found.count == components.count
    else { return false }
    // The last ones differ soonest.
    for index in components.indices.reversed() {
      switch (components[index], found[found.startIndex + index]) {
      case (.anyKey, .key), (.anyIndex, .index): continue
      case (.key(let wanted), .key(let key)) where key.elementsEqual(wanted): continue
      default: return false
      }
    }
    return true
  }

  /// Whether length and last component fit: of nearly all paths they do not.
  private func mayMatch(_ path: KeyPath) -> Bool {
    // What expressions decide about stands elsewhere in the end.
    guard !path.hasConditions else { return true }
    guard isFloating || path.depthInDocument == components.count else { return false }
    guard let last = components.last, path.depthInDocument > 0 else { return true }
    switch (last, path.components[path.components.count - 1]) {
    case (.anyKey, .key), (.anyIndex, .index): return true
    case (.key(let wanted), .key(let key)):
      return key.count == wanted.count && key.elementsEqual(wanted)
    default: return false
    }
  }

  /// Whether a tree has a node of this shape.
  func exists(in root: YAMLNode) -> Bool { exists(components[...], in: root) }

  private func exists(_ rest: ArraySlice<Component>, in node: YAMLNode) -> Bool {
    guard let next = rest.first else { return hasValue(node) }
    let below = rest.dropFirst()
    switch next {
    case .anyIndex:
      return node.elements.contains { exists(below, in: $0) }
    case .anyKey:
      return node.entries.contains { exists(below, in: $0.value) }
    case .key(let wanted):
      return node.entries.contains { entry in
        guard case .scalar(let key) = entry.key.content, key.bytes.elementsEqual(wanted)
        else { return false }
        return exists(below, in: entry.value)
      }
    }
  }

  private func hasValue(_ node: YAMLNode) -> Bool {
    guard let value else { return true }
    guard case .scalar(let scalar) = node.content else { return false }
    return scalar.bytes.starts(with: value)
  }
}
