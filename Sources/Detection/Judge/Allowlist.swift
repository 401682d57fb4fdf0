internal import Findings

/// What a configuration allows, made ready for a document.
struct Allowlist {
  /// Globs over rule ids that are allowed in the document; `nil` for all rules.
  private let rules: [Glob?]

  init(_ allowances: [DetectionOptions.Allowance], for path: Path) {
    rules = allowances.compactMap { allowance -> Glob?? in
      if let glob = allowance.path, !Glob(glob).matches(path: path.bytes) { return nil }
      return .some(allowance.rule.map(Glob.init))
    }
  }

  /// Whether a rule's findings are allowed. Free without allowances for the document.
  func allows(_ ruleID: String) -> Bool {
    rules.contains { $0 == nil || $0?.matches(Array(ruleID.utf8)) == true }
  }
}
