internal import Findings
internal import Patterns
internal import YAML

/// Reads one rule of a file: what each key means, and what is there without it.
struct RuleReader {
  let document: YAMLDocument
  /// The file's root, which may name the provider for all rules.
  let file: YAMLNode
  /// What rules of the file have where they say nothing else.
  let shared: YAMLNode?

  /// The keys of a rule; see `rules/README.md` for their meaning.
  static let keys =
    [
      "id", "provider", "name", "summary", "severity", "confidence", "detector", "keywords",
      "pattern", "window", "rows", "entropy", "checksum", "lifetime", "fact", "expiry", "prefix",
      "revoke",
      "replace", "cwe", "examples", "counterexamples", "kind", "where",
    ] + NamingReader.keys
  /// The keys that only a rule with a pattern has.
  private static let patternKeys = [
    "keywords", "pattern", "window", "rows", "entropy", "checksum",
  ]

  /// The rule of a node.
  func rule(_ node: YAMLNode) throws(YAMLError) -> Rule {
    _ = try document.fields(of: node, known: Self.keys)
    let detector =
      try optional("detector", of: node) { (node) throws(YAMLError) in
        try named(Rule.Detector.self, node)
      } ?? .pattern
    if detector != .pattern {
      for key in Self.patternKeys where node[key] != nil {
        throw document.error(at: node, "only the detector pattern has the key: \(key)")
      }
    }
    if detector != .named {
      for key in NamingReader.keys where node[key] != nil {
        throw document.error(at: node, "only the detector named has the key: \(key)")
      }
    }
    let hasPattern = detector == .pattern
    let descriptor = try descriptor(node)
    let provider = try provider(of: node)
    let naming =
      detector == .named
      ? try NamingReader(document: document, shared: shared).naming(node, id: descriptor.id) : nil
    let examples = try examples(naming, node)
    let counterexamples =
      (naming.map(NamingReader.counterexamples) ?? [])
      + (try optional("counterexamples", of: node, templates) ?? [])
    return Rule(
      descriptor: descriptor,
      provider: provider,
      detector: detector,
      keywords: hasPattern ? try KeywordReader.keywords(required("keywords", node), document) : [],
      naming: naming,
      pattern: hasPattern ? try pattern(required("pattern", node)) : nil,
      window: try optional("window", of: node, window) ?? .standard,
      rows: try optional("rows", of: node) { (node) throws(YAMLError) in
        try named(Rows.self, node)
      },
      entropy: try optional("entropy", of: node, document.number(of:)) ?? 0,
      checksum: try optional("checksum", of: node) { (node) throws(YAMLError) in
        try named(Checksum.self, node)
      },
      // A value that a name alone told may be a token that tells its own end.
      expiry: try optional("expiry", of: node) { (node) throws(YAMLError) in
        try named(ExpirySource.self, node)
      } ?? (detector == .named ? .jwt : nil),
      publicPrefix: try optional("prefix", of: node, natural) ?? 0,
      lifetimeFact: try optional("fact", of: node) { (node) throws(YAMLError) in
        try LifetimeReader(document: document).fact(node)
      },
      specificity: Self.specificity(detector, provider),
      examples: examples, counterexamples: counterexamples)
  }

  private func examples(_ naming: Rule.Naming?, _ node: YAMLNode) throws(YAMLError) -> [Template] {
    guard let naming else { return try templates(required("examples", node)) }
    return NamingReader.examples(naming) + (try optional("examples", of: node, templates) ?? [])
  }

  private static func specificity(_ detector: Rule.Detector, _ provider: String) -> Int {
    switch detector {
    case .pattern: provider == Rule.genericProvider ? 50 : 100
    case .named: 80
    case .assignment, .environment, .workflow: 10
    }
  }

  private func provider(of node: YAMLNode) throws(YAMLError) -> String {
    if let own = node["provider"] { return try document.text(of: own) }
    return try document.text(of: document.required("provider", in: file))
  }

  private func descriptor(_ node: YAMLNode) throws(YAMLError) -> RuleDescriptor {
    let idNode = try required("id", node)
    let id = try document.text(of: idNode)
    guard !id.isEmpty, id.utf8.allSatisfy(Self.isIDByte) else {
      throw document.error(at: idNode, "expected lower-case letters, digits and hyphens")
    }
    let severityNode = try required("severity", node)
    guard let severity = Severity(name: try document.text(of: severityNode)) else {
      throw unknown(severityNode, Severity.allCases.map(\.name))
    }
    let confidenceNode = try required("confidence", node)
    guard let confidence = Confidence(name: try document.text(of: confidenceNode)) else {
      throw unknown(confidenceNode, Confidence.allCases.map(\.name))
    }
    return RuleDescriptor(
      id: id,
      name: try words("name", node),
      summary: try words("summary", node),
      severity: severity,
      confidence: confidence,
      lifetime: try LifetimeReader(document: document).lifetime(required("lifetime", node)),
      revoke: try words("revoke", node),
      replace: try words("replace", node),
      cwe: try optional("cwe", of: node, natural) ?? 798)
  }

  private func pattern(_ node: YAMLNode) throws(YAMLError) -> Pattern {
    let pattern = Pattern(LeftBoundary.widened(try document.text(of: node)))
    let secret: Int?
    do throws(PatternError) {
      secret = try pattern.group(named: Pattern.secretName)
    } catch {
      throw document.error(at: node, "\(error)")
    }
    guard secret != nil else {
      throw document.error(at: node, "the pattern has no group named \(Pattern.secretName)")
    }
    return pattern
  }

  private func window(_ node: YAMLNode) throws(YAMLError) -> Rule.Window {
    _ = try document.fields(of: node, known: ["before", "after", "lines"])
    let standard = Rule.Window.standard
    let lines = node["lines"]
    return Rule.Window(
      before: try optional("before", of: node, natural) ?? standard.before,
      after: try optional("after", of: node, natural) ?? standard.after,
      lines: lines?.scalar == "none" ? nil : try optional("lines", of: node, natural) ?? 0)
  }

  private func templates(_ node: YAMLNode) throws(YAMLError) -> [Template] {
    var templates: [Template] = []
    for element in try document.elements(of: node) {
      let template = Template(try document.text(of: element))
      do throws(TemplateError) {
        _ = try template.render(seed: 0)
      } catch {
        throw document.error(at: element, "\(error)")
      }
      templates.append(template)
    }
    return templates
  }
}

extension RuleReader {
  private func required(_ key: String, _ node: YAMLNode) throws(YAMLError) -> YAMLNode {
    if let value = node[key] ?? shared?[key] { return value }
    return try document.required(key, in: node)
  }

  private func optional<Value>(
    _ key: String, of node: YAMLNode, _ read: (YAMLNode) throws(YAMLError) -> Value
  ) throws(YAMLError) -> Value? {
    guard let value = node[key] ?? shared?[key] else { return nil }
    return try read(value)
  }

  /// A text that says something.
  private func words(_ key: String, _ node: YAMLNode) throws(YAMLError) -> String {
    let value = try required(key, node)
    let text = try document.text(of: value)
    let trimmed = text.drop(while: \.isWhitespace)
    guard !trimmed.isEmpty else { throw document.error(at: value, "expected a text") }
    let whole = text.last == "\n" ? String(text.dropLast()) : text
    return node[key] == nil
      ? try SharedText(document: document, shared: shared).filled(whole, of: node) : whole
  }

  private func natural(_ node: YAMLNode) throws(YAMLError) -> Int {
    let number = try document.integer(of: node)
    guard (0...1 << 20).contains(number) else {
      throw document.error(at: node, "expected a number from 0 to \(1 << 20)")
    }
    return number
  }

  private func named<Name: RawRepresentable<String> & CaseIterable>(
    _ type: Name.Type, _ node: YAMLNode
  ) throws(YAMLError) -> Name {
    guard let value = Name(rawValue: try document.text(of: node)) else {
      throw unknown(node, Name.allCases.map(\.rawValue))
    }
    return value
  }

  private func unknown(_ node: YAMLNode, _ names: [String]) -> YAMLError {
    document.error(at: node, "unknown name; expected one of: \(names.joined(separator: ", "))")
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"): true
    default: false
    }
  }
}
