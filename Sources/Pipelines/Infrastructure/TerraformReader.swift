internal import Findings

/// Reads what Terraform, OpenTofu and Vault files say about credentials: the values of their attributes,
/// and how long what they make lives.
struct TerraformReader {
  private let file: [UInt8]
  private(set) var assignments: [Assignment] = []
  private(set) var places = PlaceTable()
  private(set) var weaknesses: [Weakness] = []

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
    let root = HCLReader.read(file)
    take(root, path: "", name: nil)
    assignments.sort { $0.range.lowerBound < $1.range.lowerBound }
    for assignment in assignments { places.add(assignment.range, assignment.place) }
    weaknesses = InfrastructureChecks.weaknesses(of: root, in: file)
  }

  private mutating func take(_ block: HCLBlock, path: String, name: String?) {
    for attribute in block.attributes {
      // The quotes are no part of the value.
      let range =
        attribute.isString
        ? attribute.range.lowerBound
          + 1..<max(attribute.range.lowerBound + 1, attribute.range.upperBound - 1)
        : attribute.range
      guard range.count <= 4_096, !range.isEmpty else { continue }
      // A dollar alone is text: `Winter19$`.
      let isLiteral =
        attribute.isString && !HCLStrings.holdsTemplate(file[range])
        && HCLStrings.end(in: file, at: attribute.range.lowerBound) == attribute.range.upperBound
      let keyPath = path.isEmpty ? attribute.name : "\(path).\(attribute.name)"
      assignments.append(
        Assignment(
          name: attribute.name == "default" ? name ?? attribute.name : attribute.name,
          value: Array(file[range]), kind: isLiteral ? .literal : .reference, range: range,
          place: Place(keyPath: keyPath)))
    }
    for inner in block.blocks {
      let words = [inner.type] + inner.labels
      let path = (path.isEmpty ? words : [path] + words).joined(separator: ".")
      take(
        inner, path: String(path.prefix(ShownText.longest)),
        name: inner.type == "variable" ? inner.labels.first : nil)
    }
  }
}
