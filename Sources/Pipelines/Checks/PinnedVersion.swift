internal import Findings

/// One version of a secret, named where the current one would be given: rotation does not reach it.
extension WorkflowCheck.OfScript {
  /// Sources: cloud.google.com/sdk, "gcloud secrets versions access"; docs.aws.amazon.com,
  /// "get-secret-value"; learn.microsoft.com, "az keyvault secret show"; developer.hashicorp.com,
  /// "vault kv get".
  static let pinnedVersionCommand = Self(
    ruleID: "workflow-pinned-secret-version",
    need: .words(["secrets versions access", "get-secret-value", "keyvault secret", "vault kv get"])
  ) { script in
    guard script.language != .python else { return [] }
    return script.commands.compactMap { command in
      guard namesVersion(script.words(command)) else { return nil }
      return .init(
        script.range(of: command.range),
        "\(script.place) reads one version of a secret, so a rotated value is not taken")
    }
  }

  /// Whether a command reads a secret by a version that is written out.
  private static func namesVersion(_ words: [String]) -> Bool {
    switch Array(words.prefix(3)) {
    case ["gcloud", "secrets", "versions"]:
      return words.count > 4 && words[3] == "access" && isLiteral(words[4]) && words[4] != "latest"
    case ["aws", "secretsmanager", "get-secret-value"]:
      return words.value(of: "--version-id").map(isLiteral) ?? false
    case ["az", "keyvault", "secret"]:
      return words.count > 3 && ["show", "download"].contains(words[3])
        && words.value(of: "--version").map(isLiteral) ?? false
    case ["vault", "kv", "get"]:
      return (words.value(of: "-version") ?? words.value(of: "--version")).map(isLiteral) ?? false
    default:
      return false
    }
  }

  /// Whether a version is written out: names of variables and aliases begin with something else.
  private static func isLiteral(_ version: String) -> Bool {
    version.first?.isHexDigit == true && version.allSatisfy { $0.isHexDigit || $0 == "-" }
  }
}
