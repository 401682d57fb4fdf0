internal import Findings

/// Takes the word of the parser that read the value.
enum KindCheck {
  static func examine(_ trial: inout Trial) -> Verdict {
    switch trial.kind {
    case .literal: return .pass
    case .mixed:
      trial.note("the literal part of a value with a reference in it")
      return .pass
    case .reference: return .strike(.reference, "the pipeline looks the value up")
    case .masked: return .strike(.mask, "the CI system masked the value")
    case .encrypted: return .strike(.encrypted, "the value is a ciphertext")
    }
  }
}
