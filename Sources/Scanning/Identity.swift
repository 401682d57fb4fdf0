internal import Digests
internal import Findings

/// Puts findings into their order and names them: fingerprints of places, groups of equal values.
enum Identity {
  /// Orders findings by place, so that a report does not depend on the order of the work.
  static func order(_ findings: inout [Finding]) {
    findings.sort { left, right in
      // Most neighbours stand in one document, at two places.
      if left.location.origin == right.location.origin {
        let (one, other) = (left.location.region, right.location.region)
        if one.byteOffset != other.byteOffset { return one.byteOffset < other.byteOffset }
      }
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
    if one == other { return left.region < right.region }
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
  ///
  /// - Parameter sharing: who makes the fingerprints.
  static func name(
    _ findings: inout [Finding], key: [UInt8]?, sharing: some Sharing = InTurn()
  ) {
    if findings.isEmpty { return }
    let numbers = number(&findings)
    let authenticator = key.map { HMACSHA256(key: $0.span) }
    findings.edit(sharing, remembering: PlacePath.init) { path, finding, index in
      var number = numbers.first[index]
      forEach(&finding) { finding in
        let place = PlaceName(finding, path: path.text(of: finding.location.origin))
        finding.fingerprint = place.fingerprint(numbers.all[number])
        number += 1
        if finding.isSecret, finding.members.isEmpty, let authenticator {
          finding.secretFingerprint = finding.secret.reveal {
            fingerprint(ofValue: $0, key: authenticator)
          }
        }
      }
    }
  }

  /// Numbers equal values, and the findings and members whose places have one name: for each finding
  /// the index of its own number, behind which those of its members stand.
  private static func number(_ findings: inout [Finding]) -> (first: [Int], all: [Int]) {
    var groups: [Secret: Int] = [:]
    var counts: [Secret: Int] = [:]
    counts.reserveCapacity(findings.count)
    // A printed environment has the value of its first member only to stand somewhere.
    forEach(&findings) { if $0.members.isEmpty, $0.isSecret { counts[$0.secret, default: 0] += 1 } }
    var ordinals: [PlaceName: Int] = [:]
    ordinals.reserveCapacity(findings.count)
    var path = PlacePath()
    var first: [Int] = []
    var all: [Int] = []
    for index in findings.indices {
      first.append(all.count)
      forEach(&findings[index]) { finding in
        let place = PlaceName(finding, path: path.text(of: finding.location.origin))
        all.append(next(&ordinals[place, default: 0]))
        if finding.isSecret, finding.members.isEmpty, counts[finding.secret, default: 0] > 1 {
          finding.valueGroup = groups[finding.secret] ?? groups.count + 1
          groups[finding.secret] = finding.valueGroup
        }
      }
    }
    return (first, all)
  }

  private static func next(_ number: inout Int) -> Int {
    defer { number += 1 }
    return number
  }

  /// The path of the document that was asked about last, as text: findings come file by file, and what
  /// is no UTF-8 in a path is the same for all of them.
  private struct PlacePath {
    private var last: (origin: Origin, path: [UInt8])?

    mutating func text(of origin: Origin) -> [UInt8] {
      if let last, last.origin == origin { return last.path }
      let path = Array(String(decoding: origin.fullPath.bytes, as: UTF8.self).utf8)
      last = (origin, path)
      return path
    }
  }

  /// What a fingerprint is made of, but for the number among equal places.
  private struct PlaceName: Hashable {
    private let bytes: [UInt8]

    init(_ finding: Finding, path: [UInt8]) {
      let rule = finding.rule.id
      let name = finding.location.place.keyPath ?? finding.evidence.name ?? ""
      var bytes: [UInt8] = []
      bytes.reserveCapacity(rule.utf8.count + path.count + name.utf8.count + 40)
      bytes += "leakage/place/v1\0".utf8
      bytes += rule.utf8
      bytes.append(0)
      bytes += path
      bytes.append(0)
      bytes += name.utf8
      bytes.append(0)
      self.bytes = bytes
    }

    /// Hashes the bytes at once.
    func hash(into hasher: inout Hasher) {
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }

    func fingerprint(_ ordinal: Int) -> String {
      var text = bytes
      text += String(ordinal).utf8
      return SHA256.digest(text.span).hex(first: 16)
    }
  }

  /// The keyed fingerprint of a value: 32 hexadecimal digits.
  static func fingerprint(ofValue value: [UInt8], key: HMACSHA256) -> String {
    String(key.authenticate((Array("leakage/value/v1\0".utf8) + value).span).hex.prefix(32))
  }

  private static func forEach(_ findings: inout [Finding], _ body: (inout Finding) -> Void) {
    for index in findings.indices { forEach(&findings[index], body) }
  }

  private static func forEach(_ finding: inout Finding, _ body: (inout Finding) -> Void) {
    body(&finding)
    for member in finding.members.indices { body(&finding.members[member]) }
  }
}
