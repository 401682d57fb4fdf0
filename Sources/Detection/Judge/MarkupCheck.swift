internal import Findings

/// Strikes out marks that a reader of names and values takes for values: of manual pages, style
/// sheets and structures, and text in another script that was escaped.
enum MarkupCheck {
  static func examine(_ trial: inout Trial) -> Verdict {
    guard trial.strength != .provider, !trial.value.hasPrefix("-----BEGIN") else { return .pass }
    let value = trial.value
    let isQuoted = trial.notation?.isQuoted == true
    if value.contains(UInt8(ascii: "\\")) {
      if isManual(value, isQuoted: isQuoted) {
        return .strike(.notASecret, "the value is markup of a manual page")
      }
      if isForeignText(value, isQuoted: isQuoted) {
        return .strike(.notASecret, "the value is text in another script")
      }
    }
    if isTag(trial) { return .strike(.notASecret, "the value is the tag of a field") }
    if let notation = trial.notation, notation.mark == .colon, !notation.hasBlanks, !isQuoted,
      trial.fileKind != .configuration, isPseudoClass(value)
    {
      return .strike(.notASecret, "the value is a pseudo-class of a style sheet")
    }
    if trial.strength == .family,
      value.contains(where: { $0 < 0x20 && !$0.isBlank && !$0.isNewline })
    {
      return .strike(.notASecret, "the value holds control characters")
    }
    return .pass
  }

  /// `\fIstring\fR`, `\-\-ttl`, `\&text`: escapes of troff.
  private static func isManual(_ value: [UInt8], isQuoted: Bool) -> Bool {
    let fonts = "BIRPW(".utf8
    for place in value.indices.dropLast(2)
    where value[place] == UInt8(ascii: "\\") && value[place + 1] == UInt8(ascii: "f")
      && fonts.contains(value[place + 2])
    {
      return true
    }
    guard !isQuoted, value.count > 1, value[0] == UInt8(ascii: "\\") else { return false }
    return "-&*".utf8.contains(value[1])
  }

  /// Text that is made of `\u` escapes beyond ASCII.
  private static func isForeignText(_ value: [UInt8], isQuoted: Bool) -> Bool {
    var escapes = 0
    for place in value.indices.dropLast(5)
    where value[place] == UInt8(ascii: "\\") && value[place + 1] == UInt8(ascii: "u") {
      let digits = value[(place + 2)..<(place + 6)]
      guard digits.allSatisfy(\.isHexDigit) else { continue }
      let isASCII =
        digits.prefix(2).allSatisfy { $0 == UInt8(ascii: "0") } && digits[place + 4] < 0x38
      if !isASCII { escapes += 1 }
    }
    return escapes > 0 && (!isQuoted || escapes * 12 >= value.count)
  }

  /// Go's `json:"name,omitempty"` behind a field's type.
  private static func isTag(_ trial: Trial) -> Bool {
    guard trial.fileKind == .code else { return false }
    let key = trial.value.prefix { $0.isAlphanumeric || $0 == 0x5F }
    if !key.isEmpty, trial.value.dropFirst(key.count).hasPrefix(":\"") { return true }
    return trial.value.count > 2 && trial.value.first == UInt8(ascii: "\"")
      && trial.value.last == UInt8(ascii: "\"")
      && trial.value.dropFirst().dropLast().allSatisfy { $0.isNameByte || $0 == UInt8(ascii: ",") }
  }

  private static let pseudoClasses: [StaticString] = [
    "hover", "focus", "active", "visited", "before", "after", "not", "invalid", "valid", "disabled",
    "enabled", "checked", "first-child", "last-child", "nth-child", "placeholder", "focus-within",
    "focus-visible", "required", "optional", "read-only", "is", "where", "has",
  ]

  private static func isPseudoClass(_ value: [UInt8]) -> Bool {
    let word = value.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
    guard word.endIndex == value.endIndex || "({:.[,>+~".utf8.contains(value[word.endIndex]) else {
      return false
    }
    return pseudoClasses.contains { word.equals(ignoringCase: $0) }
  }
}
