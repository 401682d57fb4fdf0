internal import YAML

/// A text that many rules share, with what is a rule's own in braces: `{provider}`, `{kind}`,
/// `{where}`.
struct SharedText {
  static let keys = ["provider", "kind", "where"]

  let document: YAMLDocument
  let shared: YAMLNode?

  /// The text for the rule of a node.
  func filled(_ text: String, of node: YAMLNode) throws(YAMLError) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let key = String(rest[rest.index(after: open)..<close])
      guard Self.keys.contains(key) else {
        filled += rest[...open]
        rest = rest[rest.index(after: open)...]
        continue
      }
      filled += rest[..<open]
      let value = node[key] ?? shared?[key]
      guard let value else { throw document.error(at: node, "missing key: \(key)") }
      filled += try document.text(of: value)
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
