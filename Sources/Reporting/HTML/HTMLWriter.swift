import Findings

/// Writes HTML. Names and fixed texts are in the program; everything else is escaped, so that no name
/// of a file, branch or variable can become markup.
struct HTMLWriter {
  typealias Attribute = (name: StaticString, value: String)

  private(set) var bytes: [UInt8] = []

  /// An element with what `body` writes in it.
  mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    fixed("</")
    fixed(name)
    fixed(">")
  }

  /// An element with a text.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element that has no end.
  mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
    fixed("<")
    fixed(name)
    for attribute in attributes {
      fixed(" ")
      fixed(attribute.name)
      fixed("=\"")
      text(attribute.value)
      fixed("\"")
    }
    fixed(">")
  }

  /// Text of the program.
  mutating func fixed(_ text: StaticString) { bytes += text.description.utf8 }

  /// Any text: made visible, and escaped.
  mutating func text(_ text: String) {
    for byte in Visible.text(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
