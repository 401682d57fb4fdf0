internal import Digests
internal import Findings

/// Puts findings into their order and names them: fingerprints of places, groups of equal values.
enum Identity {
  /// Orders findings by place, so that a report does not depend on the order of the work.
  static func order(_ findings: inout [Finding]) {
    findings.sort { left, right in
      if precedes(left.location, right.location) { return true }
      if precedes(right.location, left.location) { return false }
      if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
      return left.secret.reveal { one in
        right.secret.reveal { other in one.lexicographicallyPrecedes(other) }
      }
    }
  }

  /// Orders struck candidates by place, too.
  static func order(_ struck: inout [StruckCandidate]) {
    struck.sort { left, right in
      if precedes(left.location, right.location) { return true }
      if precedes(right.location, left.location) { return false }
      return (left.ruleID, left.strike.rawValue, left.detail)
        < (right.ruleID, right.strike.rawValue, right.detail)
    }
  }

  /// Whether a location stands before another: by root, path, member, offset, length, blob.
  static func precedes(_ left: Location, _ right: Location) -> Bool {
    let (one, other) = (left.origin, right.origin)
    if one.root != other.root { return one.root < other.root }
    if one.path != other.path { return one.path < other.path }
    if one.members != other.members {
      return one.members.lexicographicallyPrecedes(other.members)
    }
    if left.region != right.region { return left.region < right.region }
    if one.source != other.source { return one.source.rawValue < other.source.rawValue }
    switch (one.blob, other.blob) {
    case (nil, .some): return true
    case (.some(let first), .some(let second)): return first < second
    default: return false
    }
  }

  /// Fingerprints, keyed fingerprints and groups for findings that are in order, members included.
  ///
  /// A fingerprint holds the rule, the path, the key path or name, and a number where those repeat;
  /// neither the value nor a line number, so that it survives edits elsewhere in the file.
  static func name(_ findings: inout [Finding], key: [UInt8]?) {
    var ordinals: [String: Int] = [:]
    var groups: [Secret: Int] = [:]
    var counts: [Secret: Int] = [:]
    // A printed environment has the value of its first member only to stand somewhere.
    forEach(&findings) { if $0.members.isEmpty { counts[$0.secret, default: 0] += 1 } }
    let authenticator = key.map { HMACSHA256(key: $0.span) }
    forEach(&findings) { finding in
      let origin = finding.location.origin
      let place = [
        finding.rule.id, String(decoding: origin.fullPath.bytes, as: UTF8.self),
        finding.location.place.keyPath ?? finding.evidence.name ?? "",
      ].joined(separator: "\0")
      let ordinal = ordinals[place, default: 0]
      ordinals[place] = ordinal + 1
      let text = Array("leakage/place/v1\0\(place)\0\(ordinal)".utf8)
      finding.fingerprint = SHA256.digest(text.span).bytes.prefix(16).hex
      if counts[finding.secret, default: 0] > 1, finding.members.isEmpty {
        finding.valueGroup = groups[finding.secret] ?? groups.count + 1
        groups[finding.secret] = finding.valueGroup
      }
      if finding.members.isEmpty, let authenticator {
        finding.secretFingerprint = finding.secret.reveal {
          fingerprint(ofValue: $0, key: authenticator)
        }
      }
    }
  }

  /// The keyed fingerprint of a value: 32 hexadecimal digits.
  static func fingerprint(ofValue value: [UInt8], key: HMACSHA256) -> String {
    String(key.authenticate((Array("leakage/value/v1\0".utf8) + value).span).hex.prefix(32))
  }

  private static func forEach(_ findings: inout [Finding], _ body: (inout Finding) -> Void) {
    for index in findings.indices {
      body(&findings[index])
      for member in findings[index].members.indices { body(&findings[index].members[member]) }
    }
  }
}
