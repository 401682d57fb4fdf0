internal import Detection
internal import Findings
internal import Patterns
internal import Scanning
internal import YAML

/// Reads one configuration file, strictly: what is not known is an error with its place.
struct ConfigurationReader {
  private let document: YAMLDocument
  /// How reports name the file.
  private let name: String
  /// What a relative name in the file is relative to.
  private let folder: String

  private static let keys = [
    "extends", "rules", "disable", "severity", "allow", "baseline", "gate",
  ]

  /// One file: what it extends, and what it says itself.
  ///
  /// - Parameters:
  ///   - name: how errors and reports name it.
  ///   - folder: the folder of the file: empty, or ending in `/`.
  static func read(
    _ bytes: [UInt8], name: String, folder: String
  ) throws(YAMLError) -> (extends: [String], configuration: Configuration) {
    let reader = ConfigurationReader(
      document: try YAMLDocument.parse(bytes, file: name), name: name, folder: folder)
    return try reader.read()
  }

  private func read() throws(YAMLError) -> (extends: [String], configuration: Configuration) {
    var configuration = Configuration()
    var extends: [String] = []
    if document.root.isNull { return ([], configuration) }
    for field in try document.fields(of: document.root, known: Self.keys) {
      switch field.name {
      case "extends": extends = try texts(field.value).map(placed)
      case "rules": configuration.rules = try texts(field.value).map(placed)
      case "baseline": configuration.baseline = placed(try document.text(of: field.value))
      case "disable": try readDisabled(field.value, into: &configuration)
      case "severity": configuration.severities = try severities(field.value)
      case "allow":
        for entry in try document.elements(of: field.value) {
          configuration.allowances.append(try allowance(entry))
        }
      default: try GateReader(document: document).read(field.value, into: &configuration)
      }
    }
    return (extends, configuration)
  }

  /// A text, or a list of texts.
  private func texts(_ node: YAMLNode) throws(YAMLError) -> [String] {
    node.scalar == nil ? try document.texts(of: node) : [try document.text(of: node)]
  }

  /// A name as the source reads it; `./` says nothing.
  private func placed(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return path.hasPrefix("/") ? String(path) : folder + path
  }

  private func source(_ node: YAMLNode) -> String { "\(name):\(document.position(of: node).line)" }

  private func readDisabled(
    _ node: YAMLNode, into configuration: inout Configuration
  ) throws(YAMLError) {
    for element in try document.elements(of: node) {
      let rule = try ruleGlob(element)
      configuration.disabled.append(rule)
      configuration.allowances.append(.init(rule: rule, source: source(element)))
    }
  }

  private func severities(_ node: YAMLNode) throws(YAMLError) -> [SeverityOverride] {
    var overrides: [SeverityOverride] = []
    // By severity and not by rule: `generic-password: note` would look like a password in clear.
    for field in try document.fields(of: node, known: Severity.allCases.map(\.name)) {
      guard let severity = Severity(name: field.name) else { continue }
      for element in try document.elements(of: field.value) {
        let rule = try ruleGlob(element)
        overrides.append(
          SeverityOverride(rule: rule, severity: severity, source: source(element)))
      }
    }
    return overrides
  }

  private func allowance(_ entry: YAMLNode) throws(YAMLError) -> DetectionOptions.Allowance {
    let known = ["rule", "path", "path-pattern", "value", "until", "reason"]
    var nodes: [String: YAMLNode] = [:]
    for field in try document.fields(of: entry, known: known) { nodes[field.name] = field.value }
    guard known.prefix(4).contains(where: { nodes[$0] != nil }) else {
      throw document.error(
        at: entry, "an entry of allow needs a rule, a path, a path-pattern or a value")
    }
    if let reason = nodes["reason"] { _ = try document.text(of: reason) }
    return DetectionOptions.Allowance(
      rule: try nodes["rule"].map(ruleGlob),
      path: try nodes["path"].map(document.text(of:)),
      pathPattern: try nodes["path-pattern"].map(pattern),
      value: try nodes["value"].map(pattern),
      until: try nodes["until"].map(day), source: source(entry))
  }

  /// A glob over rule ids. An unknown id is no error: the rule may be gone in this version.
  private func ruleGlob(_ node: YAMLNode) throws(YAMLError) -> String {
    let text = try document.text(of: node)
    let isGlob = text.utf8.allSatisfy {
      $0 == 0x2D || $0 == 0x2A || $0 == 0x3F || (0x30...0x39).contains($0)
        || (0x61...0x7A).contains($0)
    }
    guard isGlob, !text.isEmpty else {
      throw document.error(at: node, "expected a rule's id or a glob over ids, such as generic-*")
    }
    return text
  }

  private func pattern(_ node: YAMLNode) throws(YAMLError) -> Pattern {
    let pattern = Pattern(try document.text(of: node))
    do throws(PatternError) {
      try pattern.compile()
    } catch {
      throw document.error(at: node, "\(error)")
    }
    return pattern
  }

  private func day(_ node: YAMLNode) throws(YAMLError) -> Timestamp {
    let text = try document.text(of: node)
    guard text.utf8.count == 10, let day = Timestamp(text) else {
      throw document.error(at: node, "expected a day such as 2027-01-31")
    }
    return day
  }
}

extension Optional where Wrapped == YAMLNode {
  /// What is read of a node that is there.
  fileprivate func map<Value>(
    _ read: (YAMLNode) throws(YAMLError) -> Value
  ) throws(YAMLError) -> Value? {
    guard let node = self else { return nil }
    return try read(node)
  }
}
