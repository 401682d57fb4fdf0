/// How long a kind of credential lives.
public enum Lifetime: Sendable, Hashable {
  /// Until someone rotates it.
  case `static`
  /// It dies by itself: after `usual` seconds by default and `maximum` seconds at most, where known.
  case ephemeral(usual: Int64?, maximum: Int64?)
}

/// How an expiry is read from a value itself, without asking anyone.
public enum ExpirySource: String, Sendable, Hashable, CaseIterable {
  /// `exp`, `nbf` and `iat` of a JSON Web Token (RFC 7519), also inside GitHub's `ghs_<id>_<jwt>`.
  case jwt
  /// `se` and `st` of an Azure shared access signature.
  case azureSAS = "azure-sas"
  /// `X-Amz-Date` and `X-Amz-Expires`, or `Expires`, of an AWS signed URL.
  case awsSignedURL = "aws-signed-url"
  /// The caveats of a PyPI macaroon.
  case pypiMacaroon = "pypi-macaroon"
  /// The clear text inside a JFrog reference token.
  case jfrogReference = "jfrog-reference"
  /// `X-Goog-Date` and `X-Goog-Expires`, or `Expires`, of a Google Cloud Storage signed URL.
  case gcsSignedURL = "gcs-signed-url"
  /// `Expires`, or the policy, of a CloudFront signed URL.
  case cloudFrontSignedURL = "cloudfront-signed-url"
  /// `expiration` of the JSON inside a password of Amazon ECR.
  case ecrPassword = "ecr-password"
  /// `iat` of the JSON inside a Sentry organization token: when it was issued.
  case sentryToken = "sentry-token"
  /// The second part of a Discord bot token: when it was issued.
  case discordToken = "discord-token"
  /// The certificate (X.509 or OpenSSH) that stands in the same document for the same private key.
  case certificate
}

/// What can be said offline, at one moment, about a credential's life.
public struct LifetimeVerdict: Sendable, Hashable {
  /// The state of the credential.
  public enum State: Sendable, Hashable {
    /// The value itself says that it has expired, and when.
    case expiredProved(Timestamp)
    /// It was seen so long ago that the longest life of its kind is over, and since when.
    case expiredByBound(Timestamp)
    /// The value itself says how long it is valid.
    case validUntil(Timestamp)
    /// It has no expiry: it lives until someone rotates it.
    case noExpiry
    /// Nothing is known.
    case unknown
  }

  /// The state.
  public let state: State
  /// The evidence, in words that hold no secret.
  public let evidence: String

  /// A verdict.
  public init(state: State, evidence: String) {
    self.state = state
    self.evidence = evidence
  }

  /// The name of the state, as reports spell it.
  public var name: String {
    switch state {
    case .expiredProved: "expired-proved"
    case .expiredByBound: "expired-by-bound"
    case .validUntil: "valid-until"
    case .noExpiry: "no-expiry"
    case .unknown: "unknown"
    }
  }
}
