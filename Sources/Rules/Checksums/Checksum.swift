/// A checksum, or another structure of its own, inside a value: what tells a token from a text of
/// its shape, offline.
public enum Checksum: String, Sendable, Hashable, CaseIterable {
  /// GitHub's classic tokens and npm's: CRC-32 of 30 characters as 6 digits of base 62.
  case github
  /// GitLab's routable tokens: length and CRC-32 of everything before, in base 36.
  case gitlabRoutable = "gitlab-routable"
  /// Confluent's keys: CRC-32 of 54 characters, little-endian, as 6 characters of base 64.
  case confluent
  /// Zuplo's keys: CRC-32 of 32 characters as 8 hexadecimal digits.
  case zuplo
  /// Grafana's service account tokens: CRC-32, little-endian, prefix included.
  case grafana
  /// Atlassian's tokens: CRC-32 of everything before as 8 hexadecimal digits.
  case atlassian
  /// Cloudflare's tokens of 2026: CRC-32 of 40 characters as 8 hexadecimal digits.
  case cloudflare
  /// AWS key ids: the alphabet of base 32 only.
  case awsKeyID = "aws-key-id"
  /// JSON Web Tokens: header and payload are base64url of JSON objects.
  case jwt

  /// What a look at a value says.
  public typealias Outcome = ChecksumOutcome

  /// Whether a bad value may be struck out. True only where the algorithm was proved on a published
  /// token. A GitLab instance may put a prefix of its own before the token, which the checksum
  /// covers and a match does not; of Atlassian's and Cloudflare's no published token is known.
  public var isCertain: Bool {
    switch self {
    case .github, .confluent, .zuplo, .grafana, .awsKeyID, .jwt: true
    case .gitlabRoutable, .atlassian, .cloudflare: false
    }
  }

  /// Compares a value with its checksum, in linear time.
  public func verify(_ value: some Collection<UInt8>) -> Outcome {
    let bytes = Array(value)
    return switch self {
    case .github: TailChecksum.github.verify(bytes)
    case .gitlabRoutable: RoutableToken.verify(bytes)
    case .confluent: TailChecksum.confluent.verify(bytes)
    case .zuplo: TailChecksum.zuplo.verify(bytes)
    case .grafana: TailChecksum.grafana.verify(bytes)
    case .atlassian: TailChecksum.atlassian.verify(bytes)
    case .cloudflare: TailChecksum.cloudflare.verify(bytes)
    case .awsKeyID: AWSKeyID.verify(bytes)
    case .jwt: JWTStructure.verify(bytes)
    }
  }
}
