/// Files in which tools keep credentials.
enum CredentialFiles {
  /// The one that a path names, or that stands below it.
  static func name(in path: some StringProtocol) -> String? {
    files.first { file in
      path.hasSuffix("/" + file) || path == file || path.contains(file + "/")
    }
  }

  private static let files = [
    ".npmrc", ".pypirc", ".netrc", ".docker/config.json", ".docker", ".aws", ".aws/credentials",
    ".kube", ".kube/config", "kubeconfig", ".ssh", ".gnupg", ".git-credentials", ".azure",
    ".config/gcloud", ".terraform.d/credentials.tfrc.json", ".git/config", ".env",
  ]
}
