internal import YAML

/// `.secrets.baseline` of detect-secrets: JSON, with a SHA-1 of each accepted value.
///
/// Source of the format: detect_secrets/core/baseline.py, version 1.5. JSON of this kind is YAML.
enum SecretsBaseline {
  static func read(_ bytes: [UInt8], file: String) throws(MigrationError) -> Imported {
    do throws(YAMLError) {
      return try read(try YAMLDocument.parse(bytes, file: file))
    } catch {
      throw MigrationError(
        file: file, line: error.line, column: error.column, message: error.message)
    }
  }

  private static func read(_ document: YAMLDocument) throws(YAMLError) -> Imported {
    var imported = Imported()
    let results = try document.required("results", in: document.root)
    for entry in try document.fields(of: results) {
      for result in try document.elements(of: entry.value) {
        let hash = try document.required("hashed_secret", in: result)
        let digits = try document.text(of: hash).lowercased()
        guard digits.utf8.count == 40, digits.allSatisfy(\.isHexDigit) else {
          throw document.error(at: hash, "expected 40 hexadecimal digits")
        }
        imported.known.append(.hash(path: entry.name, sha1: digits))
      }
    }
    if let filters = document.root["filters_used"] {
      for filter in try document.elements(of: filters) {
        try carry(filter, document, into: &imported)
      }
    }
    if let exclude = document.root["exclude"], !exclude.isNull {
      for field in try document.fields(of: exclude) where !field.value.isNull {
        let pattern = try document.text(of: field.value)
        switch field.name {
        case "files": imported.allowances.append(.init(pathPattern: pattern, reason: reason))
        default: remark("exclude.\(field.name): \(lines)", field.key, document, &imported)
        }
      }
    }
    return imported
  }

  private static let reason = "excluded by detect-secrets"
  private static let lines = "patterns for lines are left out; here they are for values"

  private static func carry(
    _ filter: YAMLNode, _ document: YAMLDocument, into imported: inout Imported
  ) throws(YAMLError) {
    let path = try document.text(of: document.required("path", in: filter))
    let name = path.split(separator: ".").last.map(String.init) ?? path
    var patterns: [String] = []
    if let node = filter["pattern"] {
      patterns = node.scalar == nil ? try document.texts(of: node) : [try document.text(of: node)]
    }
    switch name {
    case "should_exclude_file":
      imported.allowances += patterns.map { .init(pathPattern: $0, reason: reason) }
    case "should_exclude_secret":
      imported.allowances += patterns.map { .init(value: $0, reason: reason) }
    case "should_exclude_line": remark("filter \(name): \(lines)", filter, document, &imported)
    case _ where path.hasPrefix("detect_secrets."): break
    default:
      remark("filter \(name): is code of your own and is left out", filter, document, &imported)
    }
  }

  private static func remark(
    _ text: String, _ node: YAMLNode, _ document: YAMLDocument, _ imported: inout Imported
  ) {
    imported.remark(document.file, document.position(of: node).line, text)
  }
}
