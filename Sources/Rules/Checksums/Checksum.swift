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
  /// age's identities: Bech32.
  case ageIdentity = "age-identity"
  /// JFrog's reference tokens: base64 of four parts.
  case jfrogReference = "jfrog-reference"
  /// JFrog's API keys: 54 bytes in base 58.
  case jfrogAPIKey = "jfrog-api-key"
  /// Grafana's Cloud tokens and older API keys: base64 of JSON.
  case grafanaJSON = "grafana-json"
  /// Access tokens of Atlassian's Data Center products: base64 of a number, a colon and bytes.
  case atlassianDataCenter = "atlassian-data-center"
  /// Discord's bot tokens: the first part is a number in base64.
  case discord

  /// What a look at a value says.
  public typealias Outcome = ChecksumOutcome

  /// Whether a bad value may be struck out. True only where the algorithm was proved on a published
  /// token. A GitLab instance may put a prefix of its own before the token, which the checksum
  /// covers and a match does not; of the others that are not certain no published token is known.
  public var isCertain: Bool {
    switch self {
    case .github, .confluent, .zuplo, .grafana, .awsKeyID, .jwt, .ageIdentity: true
    case .gitlabRoutable, .atlassian, .cloudflare, .jfrogReference, .jfrogAPIKey, .grafanaJSON,
      .atlassianDataCenter, .discord:
      false
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
    case .ageIdentity: AgeIdentity.verify(bytes)
    case .jfrogReference: JFrogKey.verifyReference(bytes)
    case .jfrogAPIKey: JFrogKey.verifyKey(bytes)
    case .grafanaJSON: EncodedStructure.verifyGrafana(bytes)
    case .atlassianDataCenter: EncodedStructure.verifyDataCenter(bytes)
    case .discord: EncodedStructure.verifyDiscord(bytes)
    }
  }
}
