internal import Findings
internal import Logs

/// Strikes out what a CI system or a tool masked, wholly or in part: `***`, `AKIA***`,
/// `[MASKED]`, `(sensitive value)`.
enum MaskCheck {
  static func examine(_ trial: inout Trial) -> Verdict {
    // Bitbucket prints `$NAME` for a value; elsewhere that is a lookup, which comes next.
    if trial.value.first == UInt8(ascii: "$") { return .pass }
    if Mask.contains(trial.value) || isDots(trial.value) || isPattern(trial.value) {
      return .strike(.mask, "a mask stands in place of the value")
    }
    if trial.strength != .provider, isCut(trial.value) {
      return .strike(.mask, "the value is cut short")
    }
    return .pass
  }

  /// `\\[FILTERED\\]`: a mask as a pattern is written for it.
  private static func isPattern(_ value: [UInt8]) -> Bool {
    guard value.count < 64, value.contains(UInt8(ascii: "\\")) else { return false }
    let mask = value.filter { $0 != UInt8(ascii: "\\") }
    // The closing bracket may have ended the value.
    return Mask.contains(mask) || Mask.contains(mask + [UInt8(ascii: "]")])
  }

  /// `Qh...wwI`, `a1b2…`: how documents shorten what they show. A key in PEM may go on behind dots.
  private static func isCut(_ value: [UInt8]) -> Bool {
    guard value.count < 512, !value.hasPrefix("-----BEGIN") else { return false }
    return value.indices.dropLast(2).contains { place in
      switch value[place] {
      case UInt8(ascii: "."):
        value[place + 1] == UInt8(ascii: ".") && value[place + 2] == UInt8(ascii: ".")
      case 0xE2: value[place + 1] == 0x80 && value[place + 2] == 0xA6
      default: false
      }
    }
  }

  /// `••••`, `......`, `----`, `####`: what people and user interfaces mask with.
  private static func isDots(_ value: [UInt8]) -> Bool {
    guard value.count >= 3, !value.contains(where: \.isAlphanumeric) else { return false }
    let bullet: [UInt8] = [0xE2, 0x80, 0xA2]
    if value.count % 3 == 0, value.starts(with: bullet) { return true }
    return Set(value).count == 1
  }
}
