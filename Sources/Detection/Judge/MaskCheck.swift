internal import Findings
internal import Logs

/// Strikes out what a CI system or a tool masked, wholly or in part: `***`, `AKIA***`,
/// `[MASKED]`, `(sensitive value)`.
enum MaskCheck {
  static func examine(_ trial: inout Trial) -> Verdict {
    // Bitbucket prints `$NAME` for a value; elsewhere that is a lookup, which comes next.
    if trial.value.first == UInt8(ascii: "$") { return .pass }
    if Mask.contains(trial.value) || isDots(trial.value) {
      return .strike(.mask, "a mask stands in place of the value")
    }
    return .pass
  }

  /// `••••`, `......`, `----`, `####`: what people and user interfaces mask with.
  private static func isDots(_ value: [UInt8]) -> Bool {
    guard value.count >= 3, !value.contains(where: \.isAlphanumeric) else { return false }
    let bullet: [UInt8] = [0xE2, 0x80, 0xA2]
    if value.count % 3 == 0, value.starts(with: bullet) { return true }
    return Set(value).count == 1
  }
}
