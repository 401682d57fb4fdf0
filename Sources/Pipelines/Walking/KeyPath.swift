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
  private var written: [UInt8] = []
  private var lengths: [Int] = []

  /// Goes down.
  mutating func push(_ component: Component) {
    components.append(component)
    lengths.append(written.count)
    switch component {
    case .key(let key):
      if !written.isEmpty { written.append(UInt8(ascii: ".")) }
      // Longer texts are cut anyhow.
      written += key.prefix(ShownText.longest)
    case .index(let index):
      written += "[\(index)]".utf8
    }
  }

  /// Begins a document at this place, and tells where the one around it began.
  mutating func beginDocument() -> Int {
    defer { documentDepth = components.count }
    return documentDepth
  }

  /// Goes back to the document around.
  mutating func endDocument(_ outer: Int) { documentDepth = outer }

  /// The components within the document.
  var inDocument: ArraySlice<Component> { components[documentDepth...] }

  /// Goes up.
  mutating func pop() {
    components.removeLast()
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
