internal import YAML

/// Reads what a rule of the detector `named` says of its values: the words beside them, and their
/// shapes; and makes examples of them, so that no row of a long table can go without.
struct NamingReader {
  static let keys = ["names", "common", "short", "shapes"]

  let document: YAMLDocument
  /// What the rules of the file have where they say nothing else.
  let shared: YAMLNode?

  func naming(_ node: YAMLNode, id: String) throws(YAMLError) -> Rule.Naming {
    let common = try names("common", node) ?? []
    let names =
      try names("names", node) ?? (common.isEmpty ? [String(id.prefix { $0 != "-" })] : [])
    var shapes: [String] = []
    for element in try document.elements(of: shapesNode(node)) {
      let source = try document.text(of: element)
      do throws(TemplateError) {
        _ = try SecretShape(source)
      } catch {
        throw document.error(at: element, "\(error)")
      }
      shapes.append(source)
    }
    guard !shapes.isEmpty else { throw document.error(at: node, "expected a shape") }
    return Rule.Naming(
      names: names, commonNames: common, abbreviations: try self.names("short", node) ?? [],
      shapes: shapes)
  }

  private func shapesNode(_ node: YAMLNode) throws(YAMLError) -> YAMLNode {
    if let shapes = node["shapes"] ?? shared?["shapes"] { return shapes }
    return try document.required("shapes", in: node)
  }

  private func names(_ key: String, _ node: YAMLNode) throws(YAMLError) -> [String]? {
    guard let list = node[key] else { return nil }
    var names: [String] = []
    let shortest = key == "names" ? 3 : 2
    for element in try document.elements(of: list) { names.append(try name(element, shortest)) }
    return names
  }

  private func name(_ node: YAMLNode, _ shortest: Int) throws(YAMLError) -> String {
    let text = try document.text(of: node)
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x20
    }
    guard text.utf8.count >= shortest, isPlain, text.first != " ", text.last != " " else {
      throw document.error(at: node, "expected lower-case letters, digits and single blanks")
    }
    return text
  }

  /// For each shape a variable of a shell and a line of YAML.
  static func examples(_ naming: Rule.Naming) -> [Template] {
    (naming.names + naming.commonNames).prefix(1).flatMap { name in
      let word = name.split(separator: " ").joined(separator: "_")
      return naming.shapes.flatMap { shape in
        [
          Template("\(word.uppercased())_API_KEY=«\(shape)»"),
          Template("\(word)_token: \"«\(shape)»\""),
        ]
      }
    }
  }

  /// The same shapes where another name, or one about the key, stands beside them.
  static func counterexamples(_ naming: Rule.Naming) -> [Template] {
    (naming.names + naming.commonNames).prefix(1).flatMap { name in
      let word = name.split(separator: " ").joined(separator: "_")
      return naming.shapes.map { Template("\(word)_commit_sha=\($0)") }
    }
  }
}
