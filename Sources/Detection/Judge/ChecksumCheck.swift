internal import Findings
internal import Rules

/// Holds a value against the checksum inside it.
enum ChecksumCheck {
  static func examine(_ trial: inout Trial) -> Verdict {
    guard let checksum = trial.rule.checksum else { return .pass }
    switch checksum.verify(trial.value) {
    case .good:
      // An alphabet is kept by chance; a sum is not.
      if checksum == .awsKeyID || checksum == .jwt {
        trial.note("the value's inner structure is right")
      } else {
        trial.trust("the checksum inside the value is right")
      }
    case .bad where checksum.isCertain:
      return .strike(.checksum, "the checksum inside the value is wrong")
    case .bad:
      trial.doubt("the checksum inside the value is wrong, if it is computed as believed")
    case .notApplicable:
      break
    }
    return .pass
  }
}
