public import YAML

/// A file of rules, `rules/<provider>.yml`, or of many small providers, read strictly. The first thing that is not
/// as it must be is an error with its place.
public struct RuleFile: Sendable {
  /// The file, as the caller named it.
  public let path: String
  /// The rules in the order of the file.
  public let rules: [Rule]
  private let positions: [YAMLPosition]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the YAML text.
  ///   - path: how errors name the file.
  /// - Throws: for YAML that is not strict, unknown or missing keys, values of a wrong type, unknown
  ///   names, patterns that do not compile or lack a group `secret`, and ids that come twice.
  public static func read(_ bytes: [UInt8], path: String) throws(YAMLError) -> RuleFile {
    let document = try YAMLDocument.parse(bytes, file: path)
    _ = try document.fields(of: document.root, known: ["provider", "shared", "rules"])
    let reader = RuleReader(
      document: document, file: document.root, shared: document.root["shared"])
    if let shared = document.root["shared"] {
      _ = try document.fields(of: shared, known: RuleReader.keys)
    }
    let nodes = try document.elements(of: document.required("rules", in: document.root))
    var rules: [Rule] = []
    for node in nodes {
      let rule = try reader.rule(node)
      guard !rules.contains(where: { $0.id == rule.id }) else {
        throw document.error(at: node, "duplicate id: \(rule.id)")
      }
      rules.append(rule)
    }
    return RuleFile(path: path, rules: rules, positions: nodes.map(document.position(of:)))
  }

  /// An error about the rule at an index, such as a problem that ``RuleCheck`` found.
  public func error(inRule index: Int, _ message: String) -> YAMLError {
    YAMLError(file: path, position: positions[index], message: message)
  }

  /// The rules of several files, sorted by id.
  ///
  /// - Throws: for an id that stands in two of them.
  public static func rules(of files: [RuleFile]) throws(YAMLError) -> [Rule] {
    var seen: [String: String] = [:]
    for file in files {
      for (index, rule) in file.rules.enumerated() {
        if let first = seen.updateValue(file.path, forKey: rule.id) {
          throw file.error(inRule: index, "duplicate id: \(rule.id), also in \(first)")
        }
      }
    }
    return files.flatMap(\.rules).sorted { $0.id < $1.id }
  }
}
