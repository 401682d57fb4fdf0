/// Values that name a secret's place in a store.
enum LookupScheme {
  private static let prefixes: [[UInt8]] = [
    // HashiCorp Vault and the tools that read such values: vals, banzai, helm-secrets.
    "vault:", "ref+", "secrets://", "vault+",
    // 1Password, Bitwarden, Doppler, Infisical.
    "op://", "bws:", "bitwarden://", "doppler:", "infisical://",
    // AWS.
    "arn:aws:secretsmanager:", "arn:aws:ssm:", "arn:aws-cn:secretsmanager:", "arn:aws-cn:ssm:",
    "arn:aws-us-gov:secretsmanager:", "arn:aws-us-gov:ssm:", "awssm://", "aws-sm://",
    "awsssm://",
    // Google Cloud.
    "sm://", "gcpsm://", "gcp-sm://", "gcp:secret",
    // Azure.
    "@Microsoft.KeyVault(", "keyvault://", "azurekeyvault://", "akv://", "secretref:",
    // The Vault plugin of Argo CD.
    "<path:",
    // Files that an orchestrator mounts.
    "/run/secrets/", "/var/run/secrets/", "file:/", "file:./", "file:~",
  ].map { Array($0.utf8) }

  private static let firsts = ByteSet(prefixes.map { $0[0] })

  /// Whether a value is such a name and nothing else.
  static func isLookup(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, value.count <= 2_048 else { return false }
    if first == UInt8(ascii: "p"), isGoogleName(value) { return true }
    guard firsts.contains(first) else { return false }
    for prefix in prefixes where prefix[0] == first {
      if value.count > prefix.count, value.starts(with: prefix) {
        return !value.contains { $0.isWhite }
      }
    }
    return false
  }

  /// `projects/P/secrets/S/versions/V`.
  private static func isGoogleName(_ value: ArraySlice<UInt8>) -> Bool {
    let parts = value.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count >= 4 && parts[0].elementsEqual("projects".utf8)
      && parts[2].elementsEqual("secrets".utf8) && !value.contains { $0.isWhite }
  }
}
