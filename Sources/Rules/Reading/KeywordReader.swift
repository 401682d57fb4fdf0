internal import Patterns
internal import YAML

/// Reads the keywords of a rule: `- ghp_`, or
/// `- {text: authorization, anchor: context, case: ignore}`.
enum KeywordReader {
  static func keywords(
    _ node: YAMLNode, _ document: YAMLDocument
  ) throws(YAMLError) -> [Rule.Keyword] {
    var keywords: [Rule.Keyword] = []
    for element in try document.elements(of: node) {
      keywords.append(try keyword(element, document))
    }
    guard !keywords.isEmpty else { throw document.error(at: node, "expected a keyword") }
    return keywords
  }

  private static func keyword(
    _ node: YAMLNode, _ document: YAMLDocument
  ) throws(YAMLError) -> Rule.Keyword {
    guard case .mapping = node.content else {
      return Rule.Keyword(text: try text(node, document), anchor: .match, ignoresCase: false)
    }
    _ = try document.fields(of: node, known: ["text", "anchor", "case"])
    var anchor = Rule.Keyword.Anchor.match
    if let value = node["anchor"] {
      guard let named = Rule.Keyword.Anchor(rawValue: try document.text(of: value)) else {
        throw document.error(at: value, "unknown name; expected one of: match, context")
      }
      anchor = named
    }
    var ignoresCase = false
    if let value = node["case"] {
      guard try document.text(of: value) == "ignore" else {
        throw document.error(at: value, "unknown name; expected: ignore")
      }
      ignoresCase = true
    }
    return Rule.Keyword(
      text: try text(document.required("text", in: node), document), anchor: anchor,
      ignoresCase: ignoresCase)
  }

  private static func text(
    _ node: YAMLNode, _ document: YAMLDocument
  ) throws(YAMLError) -> String {
    let text = try document.text(of: node)
    guard text.utf8.count >= Keyword.minimumLength else {
      throw document.error(at: node, "expected \(Keyword.minimumLength) bytes or more")
    }
    return text
  }
}
