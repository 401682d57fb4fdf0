/// Keys whose values name a secret that is kept elsewhere, whatever the dialect.
enum LookupKey {
  private static let keys: [[UInt8]] = [
    // Kubernetes, Tekton, Argo, external-secrets.
    "secretKeyRef", "configMapKeyRef", "secretRef", "configMapRef", "fieldRef", "secretName",
    "existingSecret", "existingSecretKey", "existingSecretPasswordKey", "imagePullSecrets",
    "image_pull_secrets", "remoteRef", "secretStoreRef", "accessKeySecret",
    "secretKeySecret", "passwordSecret", "usernameSecret",
    // Drone and Woodpecker; Cloud Build.
    "from_secret", "secretEnv",
    // GitLab.
    "gcp_secret_manager", "azure_key_vault", "aws_secrets_manager",
  ].map { Array($0.utf8) }

  /// Bit n is set if a key of n bytes is one of them.
  private static let lengths = keys.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1.count) }

  static func isLookup(_ key: ArraySlice<UInt8>) -> Bool {
    key.count < 64 && lengths & 1 << UInt64(key.count) != 0
      && keys.contains { key.count == $0.count && key.elementsEqual($0) }
  }
}
