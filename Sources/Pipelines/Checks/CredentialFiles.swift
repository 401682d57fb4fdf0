/// Files in which tools keep credentials.
enum CredentialFiles {
  /// The one that a path names, or that stands below it.
  static func name(in path: [UInt8]) -> String? {
    files.first { isNamed($0, in: path) }?.description
  }

  private static func isNamed(_ file: StaticString, in path: [UInt8]) -> Bool {
    var from = 0
    while let start = path.firstOffset(of: file, from: from) {
      let end = start + file.utf8CodeUnitCount
      if end < path.count
        ? path[end] == UInt8(ascii: "/") : start == 0 || path[start - 1] == UInt8(ascii: "/")
      {
        return true
      }
      from = start + 1
    }
    return false
  }

  private static let files: [StaticString] = [
    ".npmrc", ".pypirc", ".netrc", ".docker/config.json", ".docker", ".aws", ".aws/credentials",
    ".kube", ".kube/config", "kubeconfig", ".ssh", ".gnupg", ".git-credentials", ".azure",
    ".config/gcloud", ".terraform.d/credentials.tfrc.json", ".git/config", ".env",
  ]
}
