internal import Findings

/// Encrypted values, which are a weakness if they are old. How old they are the file does not say:
/// whoever knows its history keeps those that are.
enum OldCiphertext {
  static let ruleID = "pipeline-old-ciphertext"

  static func weaknesses(_ assignments: [Assignment]) -> [Weakness] {
    assignments.compactMap { assignment in
      // What SOPS says about its own encryption is none.
      guard assignment.kind == .encrypted, let path = assignment.place.keyPath,
        !path.hasPrefix("sops.")
      else { return nil }
      return Weakness(ruleID: ruleID, range: assignment.range, reasons: ["an encrypted value"])
    }
  }
}
