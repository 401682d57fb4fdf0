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

  static func isLookup(_ key: ArraySlice<UInt8>) -> Bool {
    key.count >= 7 && keys.contains { key.elementsEqual($0) }
  }
}
