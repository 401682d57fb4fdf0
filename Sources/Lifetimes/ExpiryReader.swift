public import Findings

/// Reads expiries from values, offline. The values are an attacker's: whatever cannot be read is
/// `nil`, never a failure.
public enum ExpiryReader {
  /// The longest value that is looked at, in bytes.
  static let maximumLength = 1 << 16

  /// What a value of this kind tells; `nil` if it is not of the form that the source names.
  ///
  /// The secret of a signed URL is its whole query, of which the signature is a part.
  public static func read(_ secret: Secret, source: ExpirySource) -> ExpiryFacts? {
    secret.reveal { bytes in
      guard bytes.count <= maximumLength else { return nil }
      return switch source {
      case .jwt: JWTExpiry.read(bytes)
      case .azureSAS: AzureSASExpiry.read(bytes)
      case .awsSignedURL: AWSSignedURLExpiry.read(bytes)
      case .pypiMacaroon: PyPIMacaroonExpiry.read(bytes)
      case .jfrogReference: JFrogReferenceExpiry.read(bytes)
      case .gcsSignedURL: GCSSignedURLExpiry.read(bytes)
      case .cloudFrontSignedURL: CloudFrontExpiry.read(bytes)
      case .ecrPassword: ECRPasswordExpiry.read(bytes)
      case .sentryToken: SentryTokenExpiry.read(bytes)
      case .discordToken: DiscordTokenExpiry.read(bytes)
      // It stands beside the value: ``Certificates`` reads it.
      case .certificate: nil
      }
    }
  }
}
