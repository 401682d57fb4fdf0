import Findings
import Foundation
import Rules

@testable import Scanning

/// The rules of the repository.
let allRules: [Rule] = {
  do {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../rules").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yml") }.sorted()
      .map { name in
        try RuleFile.read([UInt8](Data(contentsOf: folder.appending(path: name))), path: name)
      }
    return try RuleFile.rules(of: files)
  } catch {
    fatalError("\(error)")
  }
}()

/// A rule of the repository.
func descriptor(_ id: String) -> RuleDescriptor {
  guard let rule = allRules.first(where: { $0.id == id }) else { fatalError("no rule \(id)") }
  return rule.descriptor
}

/// A text with invented secrets, as the examples of rules have them.
func planted(_ template: String, seed: UInt64 = 1) throws -> [UInt8] {
  try Template(template).render(seed: seed).bytes
}

/// A finding that no scan has made.
func finding(
  _ value: String, rule: String = "generic-password", path: String = "a.yml", root: Int = 0,
  members: [String] = [], offset: Int = 0, source: Origin.Source = .file, blob: ObjectID? = nil,
  place: Place = Place(), name: String? = nil, confidence: Confidence = .high
) -> Finding {
  let rule = descriptor(rule)
  return Finding(
    rule: rule, severity: rule.severity, confidence: confidence, secret: Secret(value.utf8),
    location: Location(
      origin: Origin(
        source: source, root: root, path: Path(path), members: members.map { Path($0) }, blob: blob),
      region: Region(
        byteOffset: offset, byteLength: value.utf8.count, startLine: 1, startColumn: offset + 1,
        endLine: 1, endColumn: offset + 1 + value.utf8.count),
      place: place),
    evidence: Evidence(detector: "assignment", name: name))
}
