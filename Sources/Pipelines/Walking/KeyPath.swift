/// The keys and indices that lead to a node, and their text: `jobs.deploy.steps[2].env.TOKEN`.
struct KeyPath {
  enum Component {
    case key(ArraySlice<UInt8>)
    /// From 0.
    case index(Int)
  }

  private(set) var components: [Component] = []
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
