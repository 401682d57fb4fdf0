internal import Findings
internal import YAML

/// Reads the JSON of AWS roles and Vault roles: their sessions, their leases, and whom they trust.
///
/// Sources: docs.aws.amazon.com, "CreateRole", "IAM JSON policy elements"; developer.hashicorp.com,
/// "JWT auth method API".
enum RoleDocument {
  /// Whether a text may be such a document.
  static func isPossible(_ bytes: [UInt8]) -> Bool {
    guard bytes.first(where: { !$0.isWhite }) == .openBrace else { return false }
    // A log of JSON is a document a line.
    return hasMark(bytes) && bytes.firstOffset(of: "}\n{", from: 0) == nil
      && bytes.firstOffset(of: "}\r\n{", from: 0) == nil
  }

  /// Whether a key or action stands anywhere that makes it worth reading. One pass, by bytes that are
  /// rare in JSON: large files of it are many, and nearly none of them is a role.
  private static func hasMark(_ bytes: [UInt8]) -> Bool {
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "A") where bytes.has("AssumeRoleWithWebIdentity", at: offset),
        UInt8(ascii: "M") where bytes.has("MaxSessionDuration\"", at: offset):
        return true
      // `token_ttl`, `token_max_ttl`, `secret_id_ttl`.
      case UInt8(ascii: "_") where bytes.has("_ttl\"", at: offset): return true
      default: break
      }
    }
    return false
  }

  /// The weaknesses of a document, in its order.
  static func weaknesses(of tree: [YAMLNode], in file: [UInt8]) -> [Weakness] {
    var found: [Weakness] = []
    for root in tree { take(root, file, inStatement: false, &found) }
    return found.sorted { ($0.range.lowerBound, $0.ruleID) < ($1.range.lowerBound, $1.ruleID) }
  }

  /// Recurs as deep as the tree, which the YAML reader bounds.
  private static func take(
    _ node: YAMLNode, _ file: [UInt8], inStatement: Bool, _ found: inout [Weakness]
  ) {
    for entry in node.entries {
      guard let name = entry.key.scalar else { continue }
      if case .scalar(let scalar) = entry.value.content, let reason = reason(name, scalar) {
        found.append(
          Weakness(ruleID: reason.ruleID, range: scalar.contentRange, reasons: [reason.words]))
      }
      // A statement of its own: another one's condition does not bind it. In a statement there is none.
      if name == "Statement", !inStatement {
        let statements = entry.value.elements.isEmpty ? [entry.value] : entry.value.elements
        for statement in statements {
          if let reason = RoleTrust.reason(Array(file[statement.range])) {
            found.append(
              Weakness(
                ruleID: "infrastructure-open-trust", range: statement.range,
                reasons: ["the role \(reason)"]))
          }
        }
      }
      take(entry.value, file, inStatement: inStatement || name == "Statement", &found)
    }
    for element in node.elements { take(element, file, inStatement: inStatement, &found) }
  }

  private static func reason(
    _ name: String, _ scalar: YAMLScalar
  ) -> (ruleID: String, words: String)? {
    let text = String(decoding: scalar.bytes.prefix(32), as: UTF8.self)
    guard let seconds = TimeLength.seconds(text) else { return nil }
    if name == "MaxSessionDuration" {
      return RoleSessions.reason(seconds).map { ("infrastructure-long-session", $0) }
    }
    guard let reason = VaultLeases.reason(["\(name)=\(text)"]) else { return nil }
    return ("infrastructure-long-lease", "the role gives \(reason)")
  }
}
