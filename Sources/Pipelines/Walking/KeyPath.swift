/// The keys and indices that lead to a node, and their text: `jobs.deploy.steps[2].env.TOKEN`.
struct KeyPath {
  enum Component {
    case key(ArraySlice<UInt8>)
    /// From 0.
    case index(Int)
  }

  private(set) var components: [Component] = []
  /// How many components lead to the document that the path is in: an item of a list of manifests,
  /// or YAML within a string, is a document of its own.
  private(set) var documentDepth = 0
  /// How many of the components are keys such as `${{ if … }}`.
  private var conditions = 0
  private var written: [UInt8] = []
  private var lengths: [Int] = []

  /// Goes down.
  mutating func push(_ component: Component) {
    components.append(component)
    if component.isCondition { conditions += 1 }
    lengths.append(written.count)
    switch component {
    case .key(let key):
      if !written.isEmpty { written.append(UInt8(ascii: ".")) }
      // Longer texts are cut anyhow.
      written += key.prefix(ShownText.longest)
    case .index(let index):
      written.append(.openBracket)
      if index < 10 {
        written.append(UInt8(ascii: "0") + UInt8(index))
      } else {
        written += String(index).utf8
      }
      written.append(UInt8(ascii: "]"))
    }
  }

  /// Begins a document at this place, and tells where the one around it began.
  mutating func beginDocument() -> Int {
    defer { documentDepth = components.count }
    return documentDepth
  }

  /// Goes back to the document around.
  mutating func endDocument(_ outer: Int) { documentDepth = outer }

  /// How many components lead from the document to the node.
  var depthInDocument: Int { components.count - documentDepth }

  /// Whether a key is an expression that decides about what is below it.
  var hasConditions: Bool { conditions > 0 }

  /// The components within the document, as its CI system will have them: the entries of
  /// `${{ if … }}:` and `${{ each … }}:` take the place of the key.
  ///
  /// Source: learn.microsoft.com, "Template expressions", conditional insertion.
  var inDocument: ArraySlice<Component> {
    guard conditions > 0 else { return components[documentDepth...] }
    var found: [Component] = []
    var isBehindCondition = false
    for component in components[documentDepth...] {
      if component.isCondition {
        isBehindCondition = true
        continue
      }
      // An element of the list that is put into the list around it.
      if isBehindCondition, case .index = component, case .index = found.last {
        found.removeLast()
      }
      found.append(component)
      isBehindCondition = false
    }
    return found[...]
  }

  /// Goes up.
  mutating func pop() {
    if components.removeLast().isCondition { conditions -= 1 }
    written.removeLast(written.count - lengths.removeLast())
  }

  /// The path in words.
  var text: String { ShownText.bounded(written[...]) }

  /// The key on the given level, counted from the innermost key as 0.
  func key(_ level: Int) -> ArraySlice<UInt8>? {
    var left = level
    for component in components.reversed() {
      guard case .key(let key) = component else { continue }
      if left == 0 { return key }
      left -= 1
    }
    return nil
  }

  /// Whether the path ends in an index.
  var isElement: Bool {
    if case .index = components.last { true } else { false }
  }
}

extension KeyPath.Component {
  /// Whether the key is an expression that decides about what is below it.
  fileprivate var isCondition: Bool {
    guard case .key(let key) = self else { return false }
    return key.first == .dollar && key.starts(with: "${{".utf8)
  }
}
