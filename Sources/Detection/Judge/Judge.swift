internal import Findings

/// Strikes out what is no secret, for reasons that have names.
struct Judge {
  /// A check: a name for readers, and the question it asks.
  struct Check: Sendable {
    let name: String
    let examine: @Sendable (inout Trial) -> Verdict
  }

  /// The checks, in order. The first strike decides.
  static let checks: [Check] = [
    // What a parser or a CI system said is certain, so it comes first.
    Check(name: "kind", examine: KindCheck.examine),
    Check(name: "mask", examine: MaskCheck.examine),
    // Before references: what they begin with is often an escape of troff.
    Check(name: "markup", examine: MarkupCheck.examine),
    // Before references: `{cipher}` and `$ANSIBLE_VAULT` look like some.
    Check(name: "encrypted", examine: EncryptedCheck.examine),
    // Narrows `${X:-literal}` to its literal, which the later checks judge.
    Check(name: "reference", examine: ReferenceCheck.examine),
    // A good checksum settles what a regular look would make doubtful.
    Check(name: "checksum", examine: ChecksumCheck.examine),
    Check(name: "placeholder", examine: PlaceholderCheck.examine),
    Check(name: "public", examine: PublicCheck.examine),
    Check(name: "shape", examine: ShapeCheck.examine),
    Check(name: "entropy", examine: EntropyCheck.examine),
  ]

  /// The verdict of the checks. What a user allowed is asked after them, so that a comment is not
  /// said to allow what was none.
  static func examine(_ trial: inout Trial) -> Verdict {
    for check in checks {
      if case .strike(let strike, let detail) = check.examine(&trial) {
        return .strike(strike, detail)
      }
    }
    return .pass
  }
}
