internal import Findings

/// Strikes out lookups of every family; a literal beside one, or the literal default inside one, is
/// judged in its place.
enum ReferenceCheck {
  static func examine(_ trial: inout Trial) -> Verdict {
    // A provider's alphabet has no room for a lookup.
    if trial.strength == .provider, !trial.value.contains(UInt8(ascii: "$")),
      !trial.value.contains(UInt8(ascii: "{"))
    {
      return .pass
    }
    // A key in PEM may hold anything between its lines.
    if trial.value.hasPrefix("-----BEGIN") { return .pass }
    if isPasswordHash(trial.value) { return .pass }
    if trial.strength != .provider, let reason = CodeReference.reason(trial) {
      return .strike(.reference, reason)
    }
    let parts = Interpolation(trial.value)
    guard parts.lookups > 0 else { return .pass }
    let rest = trimmed(parts.literal)
    if rest.isEmpty {
      guard let fallback = parts.fallback, Interpolation(fallback.text).lookups == 0 else {
        return .strike(.reference, "the value is a lookup")
      }
      trial.narrow(to: fallback.text, at: fallback.offset)
      trial.note("the literal default of a lookup")
      return .pass
    }
    if TokenShape.looksGenerated(rest, minimum: 16) {
      trial.note("a literal part beside a lookup")
      return .pass
    }
    // A generated password holds `{x}` or `$Q` by chance, and enough beside it.
    if PlainShape.isMadeUp(parts.literal) {
      trial.doubt("a made-up part beside what may be a lookup")
      return .pass
    }
    return .strike(.reference, "the value is put together from lookups")
  }

  /// `$6$…`, `$2b$12$…`: modular crypt format; `{SSHA}…`: an LDAP server's (RFC 2307).
  static func isPasswordHash(_ value: [UInt8]) -> Bool {
    let schemes: [StaticString] = ["{SSHA", "{SHA", "{SMD5}", "{CRYPT}", "{MD5}"]
    if value.count > 15, schemes.contains(where: { value.hasPrefix($0) }) { return true }
    guard value.count > 20, value[0] == UInt8(ascii: "$") else { return false }
    return value.dropFirst().prefix(12).dropFirst().contains(UInt8(ascii: "$"))
      && value.dropFirst().prefix { $0 != UInt8(ascii: "$") }.count <= 10
      && (value[1].isDigit || value.hasPrefix("$argon2") || value.hasPrefix("$apr1")
        || value.hasPrefix("$y$") || value.hasPrefix("$pbkdf2") || value.hasPrefix("$scrypt"))
  }

  private static func trimmed(_ literal: [UInt8]) -> [UInt8] {
    func isJoint(_ byte: UInt8) -> Bool { !byte.isAlphanumeric }
    let start = literal.firstIndex { !isJoint($0) } ?? literal.endIndex
    let end = literal.lastIndex { !isJoint($0) } ?? literal.endIndex
    return start < literal.endIndex ? Array(literal[start...end]) : []
  }
}
