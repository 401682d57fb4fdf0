internal import Findings

/// Reads what Terraform, OpenTofu and Vault files say about credentials: the values of their attributes,
/// and how long what they make lives.
struct TerraformReader {
  private let file: [UInt8]
  private(set) var assignments: [Assignment] = []
  private(set) var places = PlaceTable()
  private(set) var weaknesses: [Weakness] = []
  private(set) var problems: [PipelineProblem] = []

  /// The longest expression that is taken for a lookup, in bytes. A longer one holds values of its own,
  /// which are found in the text.
  private static let longestLookup = 4_096

  init(_ file: [UInt8]) { self.file = file }

  /// Whether a text without a name is HCL: its first word is a block of Terraform.
  static func isPossible(_ bytes: [UInt8]) -> Bool {
    let heads: [StaticString] = [
      "resource \"", "data \"", "variable \"", "provider \"", "module \"", "terraform {",
      "locals {",
    ]
    return heads.contains { bytes.has($0, at: 0) }
  }

  /// Reads the file. O(length).
  mutating func read() {
    let (root, tooDeep) = HCLReader.read(file)
    if let tooDeep {
      problems.append(
        PipelineProblem(limitAt: tooDeep, of: file, "blocks are read \(HCLReader.deepest) deep"))
    }
    take(root, path: "", name: nil)
    assignments.sort { $0.range.lowerBound < $1.range.lowerBound }
    for assignment in assignments { places.add(assignment.range, assignment.place) }
    weaknesses = InfrastructureChecks.weaknesses(of: root, in: file)
  }

  private mutating func take(_ block: HCLBlock, path: String, name: String?) {
    for attribute in block.attributes {
      guard let (kind, range) = value(of: attribute) else { continue }
      let keyPath = path.isEmpty ? attribute.name : "\(path).\(attribute.name)"
      assignments.append(
        Assignment(
          name: attribute.name == "default" ? name ?? attribute.name : attribute.name,
          value: Array(file[range]), kind: kind, range: range, place: Place(keyPath: keyPath)))
    }
    for inner in block.blocks {
      let words = [inner.type] + inner.labels
      let path = (path.isEmpty ? words : [path] + words).joined(separator: ".")
      take(
        inner, path: String(path.prefix(ShownText.longest)),
        name: inner.type == "variable" ? inner.labels.first : nil)
    }
  }

  /// What an attribute's expression is: one string, a string with lookups in it, or a lookup.
  private func value(of attribute: HCLAttribute) -> (Assignment.Kind, Range<Int>)? {
    let whole = attribute.range
    guard attribute.isString else {
      return whole.count <= Self.longestLookup ? (.reference, whole) : nil
    }
    // The quotes are no part of the value.
    let body = whole.lowerBound + 1..<max(whole.lowerBound + 1, whole.upperBound - 1)
    guard !body.isEmpty else { return nil }
    guard HCLStrings.end(in: file, at: whole.lowerBound) == whole.upperBound,
      let templates = HCLStrings.templates(in: file, body)
    else { return body.count <= Self.longestLookup ? (.reference, body) : nil }
    // A dollar alone is text: `Winter19$`.
    if templates.isEmpty { return (.literal, body) }
    if let part = LiteralPart.longest(in: file, body, spans: templates) { return (.mixed, part) }
    return body.count <= Self.longestLookup ? (.reference, body) : nil
  }
}
