/// The actions that checks know.
enum KnownAction: String, CaseIterable {
  case checkout = "actions/checkout"
  case uploadArtifact = "actions/upload-artifact"
  case cache = "actions/cache"
  case saveCache = "actions/cache/save"
  case awsCredentials = "aws-actions/configure-aws-credentials"
  case googleAuth = "google-github-actions/auth"
  case setupGoogle = "google-github-actions/setup-gcloud"
  case deployCloudRun = "google-github-actions/deploy-cloudrun"
  case azureLogin = "azure/login"
  case vault = "hashicorp/vault-action"
  case dockerLogin = "docker/login-action"
  case podmanLogin = "redhat-actions/podman-login"
  case publishPyPI = "pypa/gh-action-pypi-publish"
  case publishNPM = "js-devtools/npm-publish"
  case publishCrates = "katyo/publish-crates"
  case appToken = "actions/create-github-app-token"
  case otherAppToken = "tibdex/github-app-token"

  /// The action that a `uses:` names, in any case and version; `nil` for all that no check knows.
  init?(uses: ArraySlice<UInt8>) {
    let name = uses.prefix { $0 != UInt8(ascii: "@") }
    guard name.count < 64, Self.lengths & 1 << UInt64(name.count) != 0,
      let found = Self.names.first(where: { known in
        known.name.count == name.count
          && zip(known.name, name).allSatisfy { $0 == $1 | ($1.isUppercase ? 0x20 : 0) }
      })
    else { return nil }
    self = found.action
  }

  private static let names = allCases.map { (name: Array($0.rawValue.utf8), action: $0) }
  /// Bit n is set if a name has n bytes.
  private static let lengths = names.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1.name.count) }
}
