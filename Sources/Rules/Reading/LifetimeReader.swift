internal import Findings
internal import YAML

/// Reads `{kind: static}` and `{kind: ephemeral, default: 1h, maximum: 24h}`, and where that was
/// read: `{source: …, date: 2026-11-01}`.
struct LifetimeReader {
  let document: YAMLDocument

  func lifetime(_ node: YAMLNode) throws(YAMLError) -> Lifetime {
    _ = try document.fields(of: node, known: ["kind", "default", "maximum"])
    let kind = try document.required("kind", in: node)
    switch try document.text(of: kind) {
    case "static":
      guard node["default"] == nil, node["maximum"] == nil else {
        throw document.error(at: node, "what is static has no default and no maximum")
      }
      return .static
    case "ephemeral":
      let usual = try duration("default", node)
      let maximum = try duration("maximum", node)
      if let usual, let maximum, usual > maximum {
        throw document.error(at: node, "the default is longer than the maximum")
      }
      return .ephemeral(usual: usual, maximum: maximum)
    default:
      throw document.error(at: kind, "unknown name; expected one of: static, ephemeral")
    }
  }

  func fact(_ node: YAMLNode) throws(YAMLError) -> Rule.Fact {
    _ = try document.fields(of: node, known: ["source", "date"])
    let dateNode = try document.required("date", in: node)
    guard let date = Timestamp(try document.text(of: dateNode)) else {
      throw document.error(at: dateNode, "expected a date such as 2026-11-01")
    }
    return Rule.Fact(
      source: try document.text(of: document.required("source", in: node)), date: date)
  }

  /// `90s`, `15m`, `12h` or `7d`, in seconds.
  private func duration(_ key: String, _ parent: YAMLNode) throws(YAMLError) -> Int64? {
    guard let node = parent[key] else { return nil }
    let text = try document.text(of: node)
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()),
      (1...100_000).contains(number)
    else { throw document.error(at: node, "expected a duration such as 15m, 12h or 7d") }
    return number * unit
  }
}
