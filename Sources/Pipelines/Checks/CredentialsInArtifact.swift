/// Credential files that leave the job in an artifact or a cache.
extension WorkflowCheck.OfStep {
  /// Source: docs.github.com, "Security hardening"; actions/checkout before v6 keeps the job's token
  /// in .git/config.
  static let credentialsInArtifact = Self(ruleID: "workflow-credentials-in-artifact") { step, job in
    guard ["actions/upload-artifact", "actions/cache", "actions/cache/save"].contains(step.action),
      let path = step.input("path")
    else { return [] }
    let lines = path.text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
    var reasons: [String] = []
    for line in lines {
      if let file = files.first(where: { line.hasSuffix($0) || line.contains($0 + "/") }) {
        reasons.append("step \"\(step.name)\" stores \(file), where credentials are kept")
      }
    }
    let isAll = lines.contains {
      [".", "./", "**", "./**", "${{ github.workspace }}"].contains($0)
    }
    if isAll, step.takesHiddenFiles, job.keepsToken {
      reasons.append(
        "step \"\(step.name)\" uploads the whole workspace, with the token that checkout left in .git/config"
      )
    }
    return reasons.first.map { [.init(path.source.range, $0)] } ?? []
  }

  private static let files = [
    ".npmrc", ".pypirc", ".netrc", ".docker/config.json", ".docker", ".aws", ".aws/credentials",
    ".kube", ".kube/config", "kubeconfig", ".ssh", ".gnupg", ".git-credentials", ".azure",
    ".config/gcloud", ".terraform.d/credentials.tfrc.json", ".git/config", ".env",
  ]

  /// Sources: docs.github.com, "Using secrets": conditionals cannot read them.
  static let secretInCondition = Self(ruleID: "workflow-secret-in-condition") { step, _ in
    guard let condition = step.condition, !condition.readsSecrets.isEmpty else { return [] }
    return [
      .init(
        condition.source.range,
        "the condition of step \"\(step.name)\" reads \(condition.readsSecrets.listed)")
    ]
  }
}

extension GitHubModel.Step {
  /// Whether an upload holds `.git`: up to version 3 it does, later if it is asked to.
  ///
  /// Source: the README of actions/upload-artifact, `include-hidden-files`.
  fileprivate var takesHiddenFiles: Bool {
    guard action == "actions/upload-artifact" else { return false }
    return input("include-hidden-files")?.text == "true" || isVersion(["v1", "v2", "v3"])
  }

  /// Whether the action is named by one of some major versions.
  fileprivate func isVersion(_ versions: [String]) -> Bool {
    let version = uses?.text.split(separator: "@").last ?? ""
    return versions.contains { version == $0 || version.hasPrefix($0 + ".") }
  }
}

extension GitHubModel.Job {
  /// Whether checkout leaves the job's token in the workspace.
  fileprivate var keepsToken: Bool {
    steps.contains { step in
      guard step.action == "actions/checkout",
        step.input("persist-credentials")?.text != "false"
      else { return false }
      return step.isVersion(["v1", "v2", "v3", "v4", "v5"])
    }
  }
}

extension Field {
  /// The secrets that a condition reads; it is an expression with or without `${{ }}`.
  var readsSecrets: [String] {
    let found = secrets
    return found.isEmpty
      ? SecretReferences.inExpressions(of: Array("${{".utf8) + source.value + Array("}}".utf8))
      : found
  }
}
