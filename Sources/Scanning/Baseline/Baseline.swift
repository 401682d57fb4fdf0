internal import Digests
public import Findings

/// Findings that are known and were accepted for now, as fingerprints of their values.
///
/// With a private key a fingerprint is an HMAC of the value, which tells nothing to whoever lacks the
/// key. Without one it is stretched (PBKDF2) under a salt that stands in the file: that makes guessing
/// slow, and is no protection for a password that is easy to guess.
public struct Baseline: Sendable {
  /// How the fingerprints were made.
  public enum Scheme: Sendable, Hashable {
    /// With a private key; its name is a fingerprint of the key.
    case key(name: String)
    /// With this salt and so many iterations.
    case salt([UInt8], iterations: Int)
  }

  /// One finding.
  public struct Entry: Sendable, Hashable, Comparable {
    /// Where it stood when it was accepted.
    public let path: Path
    /// The rule that found it; for readers, not for the comparison.
    public let rule: String
    /// The fingerprint of its value: 32 hexadecimal digits.
    public let fingerprint: String

    /// An entry.
    public init(path: Path, rule: String, fingerprint: String) {
      self.path = path
      self.rule = rule
      self.fingerprint = fingerprint
    }

    /// By path, rule, fingerprint.
    public static func < (left: Entry, right: Entry) -> Bool {
      if left.path != right.path { return left.path < right.path }
      return (left.rule, left.fingerprint) < (right.rule, right.fingerprint)
    }
  }

  /// The iterations of a new baseline: about 3 ms for a value, some 350 guesses a second and core
  /// (`leakage baseline write -j 1` on 5,001 values took 14 s of CPU more than `scan`).
  public static let iterations = 20_000

  /// As the user named it; reports show it.
  public let name: String
  /// How the fingerprints were made.
  public let scheme: Scheme
  /// The findings, in order, each once.
  public let entries: [Entry]

  /// A baseline; the entries are sorted, and repeated ones dropped.
  public init(name: String, scheme: Scheme, entries: [Entry]) {
    self.name = name
    self.scheme = scheme
    self.entries = Set(entries).sorted()
  }

  /// The name of a private key, which tells nothing of the key itself.
  public static func name(ofKey key: [UInt8]) -> String {
    let digest = HMACSHA256(key: key.span).authenticate(Array("leakage/key-name/v1".utf8).span)
    return String(digest.hex.prefix(16))
  }
}
