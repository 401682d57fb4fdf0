internal import Findings
internal import Rules

/// Strikes out values that are more regular than the rule allows. A password that a person made up
/// is regular: rules for names have no floor, see ``ShapeCheck``.
enum EntropyCheck {
  static func examine(_ trial: inout Trial) -> Verdict {
    guard trial.strength != .name, trial.rule.entropy > 0,
      Entropy.bitsPerByte(trial.value) < trial.rule.entropy
    else { return .pass }
    return .strike(.entropy, "the value is too regular to be random")
  }
}
