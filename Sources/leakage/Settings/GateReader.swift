internal import Detection
internal import Scanning
internal import YAML

/// Reads `gate:` of a configuration.
///
///     gate:
///       fail-on: [error, new]
///       max-age: {static: 30d, password: 90d}
///       paths:
///         - path: tests/**
///           fail-on: error
struct GateReader {
  let document: YAMLDocument

  func read(_ node: YAMLNode, into configuration: inout Configuration) throws(YAMLError) {
    for field in try document.fields(of: node, known: ["fail-on", "max-age", "paths"]) {
      switch field.name {
      case "fail-on": configuration.failOn = try failOn(field.value)
      case "max-age": configuration.maxAge = try maxAge(field.value)
      default:
        for entry in try document.elements(of: field.value) {
          configuration.paths.append(try path(entry))
        }
      }
    }
  }

  private func path(_ node: YAMLNode) throws(YAMLError) -> Policy.PathRules {
    _ = try document.fields(of: node, known: ["path", "fail-on", "max-age"])
    let path = try document.text(of: document.required("path", in: node))
    guard node["fail-on"] != nil || node["max-age"] != nil else {
      throw document.error(at: node, "an entry of paths needs fail-on or max-age")
    }
    var rules: (failOn: [FailOn]?, maxAge: [AgeLimit]?)
    if let value = node["fail-on"] { rules.failOn = try failOn(value) }
    if let value = node["max-age"] { rules.maxAge = try maxAge(value) }
    return Policy.PathRules(path: Glob(path), failOn: rules.failOn, maxAge: rules.maxAge)
  }

  /// `error`, or `[error, new]`; `none` for nothing.
  private func failOn(_ node: YAMLNode) throws(YAMLError) -> [FailOn] {
    if node.scalar == "none" { return [] }
    var all: [FailOn] = []
    for element in node.scalar == nil ? try document.elements(of: node) : [node] {
      guard let one = FailOn(try document.text(of: element)) else {
        throw document.error(at: element, "expected \(FailOn.expected)")
      }
      all.append(one)
    }
    return all
  }

  /// `90d`, or `{static: 30d, password: 90d, all: 365d}`; `none` for no limit.
  private func maxAge(_ node: YAMLNode) throws(YAMLError) -> [AgeLimit] {
    if node.scalar == "none" { return [] }
    guard node.scalar == nil else { return [try limit(node, nil)] }
    var limits: [AgeLimit] = []
    for field in try document.fields(of: node) {
      guard field.name == "all" || AgeLimit("\(field.name)=1d") != nil else {
        throw document.error(
          at: field.key, "expected all, static, ephemeral, a word of rule ids, or a glob over ids")
      }
      limits.append(try limit(field.value, field.name == "all" ? nil : field.name))
    }
    return limits
  }

  private func limit(_ node: YAMLNode, _ subject: String?) throws(YAMLError) -> AgeLimit {
    guard let days = AgeLimit.days(try document.text(of: node)) else {
      throw document.error(at: node, "expected a number of days, weeks or years, such as 90d")
    }
    return AgeLimit(subject: subject, days: days)
  }
}
