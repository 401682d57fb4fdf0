internal import Findings
internal import YAML

/// Terraform's JSON syntax as blocks, so that what is asked of HCL is asked of it, too.
///
/// Source: developer.hashicorp.com/terraform, "JSON Configuration Syntax".
enum TerraformJSON {
  /// How many labels blocks of a type have.
  private static let labels = [
    "resource": 2, "data": 2, "ephemeral": 2, "variable": 1, "output": 1, "module": 1,
    "provider": 1,
  ]

  /// The blocks of documents, within one that stands for the file. Recurs as deep as the tree, which
  /// the YAML reader bounds.
  static func block(_ documents: [YAMLNode], in file: [UInt8]) -> HCLBlock {
    var root = HCLBlock(type: "", labels: [], range: 0..<0)
    for entry in documents.flatMap(\.entries) {
      guard let type = entry.key.scalar else { continue }
      add(entry, type, [], labels[type] ?? 0, in: file, to: &root)
    }
    return root
  }

  private static func add(
    _ entry: YAMLEntry, _ type: String, _ known: [String], _ missing: Int, in file: [UInt8],
    to outer: inout HCLBlock
  ) {
    switch entry.value.content {
    case .mapping(let entries) where missing > 0:
      for entry in entries {
        let label = entry.key.scalar.map { String($0.prefix(ShownText.longest)) } ?? ""
        add(entry, type, known + [label], missing - 1, in: file, to: &outer)
      }
    case .mapping(let entries):
      var block = HCLBlock(type: type, labels: known, range: entry.key.range)
      for entry in entries {
        guard let name = entry.key.scalar else { continue }
        add(entry, name, [], 0, in: file, to: &block)
      }
      outer.blocks.append(block)
    case .sequence(let elements):
      var hasBlocks = false
      for element in elements {
        guard case .mapping = element.content else { continue }
        hasBlocks = true
        add(YAMLEntry(key: entry.key, value: element), type, known, missing, in: file, to: &outer)
      }
      if !hasBlocks {
        outer.attributes.append(
          HCLAttribute(name: type, range: entry.value.range, plain: nil, isString: false))
      }
    case .scalar(let scalar):
      let text = scalar.text
      outer.attributes.append(
        HCLAttribute(
          name: String(type.prefix(ShownText.longest)), range: scalar.contentRange,
          plain: text.holds("${") ? nil : text, isString: scalar.style == .doubleQuoted))
    case .alias: break
    }
  }
}
