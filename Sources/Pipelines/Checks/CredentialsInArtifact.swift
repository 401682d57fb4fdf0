internal import Findings

/// Credential files that leave the job in an artifact or a cache.
extension WorkflowCheck.OfStep {
  /// Source: docs.github.com, "Security hardening"; actions/checkout before v6 keeps the job's token
  /// in .git/config.
  static let credentialsInArtifact = Self(ruleID: "workflow-credentials-in-artifact") { step, job in
    guard let action = step.action, keeping.contains(action), let path = step.input("path")
    else { return [] }
    let lines = path.text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
    var reasons: [String] = []
    // `!path` is left out of what is stored.
    for line in lines where !line.hasPrefix("!") {
      if let file = CredentialFiles.name(in: Array(line.utf8)) {
        reasons.append("the step stores \(file), where credentials are kept")
      }
    }
    let isAll = lines.contains {
      [".", "./", "**", "./**", "${{ github.workspace }}"].contains($0)
    }
    if isAll, step.takesHiddenFiles, job.keepsToken {
      reasons.append(
        "the step uploads the whole workspace, with the token that checkout left in .git/config"
      )
    }
    return reasons.first.map { [.init(path.range, $0)] } ?? []
  }

  private static let keeping: Set<KnownAction> = [.uploadArtifact, .cache, .saveCache]

  /// Sources: docs.github.com, "Using secrets": conditionals cannot read them.
  static let secretInCondition = Self(ruleID: "workflow-secret-in-condition") { step, _ in
    guard let condition = step.condition, condition.mentionsSecrets,
      !condition.readsSecrets.isEmpty
    else { return [] }
    return [
      .init(
        condition.range,
        "the condition of the step reads \(condition.readsSecrets.listed)")
    ]
  }
}

extension WorkflowCheck.OfStep {
  /// A `shell:` that traces, in a job with secrets.
  static let tracingShell = Self(ruleID: "workflow-traces-commands") { step, job in
    guard let shell = step.shell, let run = step.run, shell.text.contains("-"),
      WorkflowCheck.OfScript.traces(shell.text.split(separator: " ").map(String.init))
    else { return [] }
    let own = Set(step.variables.lazy.filter { !$0.secrets.isEmpty }.map(\.name))
    let read = SecretReferences.variables(in: run.source.value[...], step.language)
    let readsHeld = read.contains { own.contains($0) || job.heldNames.contains($0) }
    guard readsHeld || !run.secrets.isEmpty else { return [] }
    return [
      .init(
        shell.range,
        "the step prints every command before it runs, and the job has secrets")
    ]
  }
}

extension WorkflowCheck.OfValue {
  /// Sources: docs.gitlab.com, "artifacts:paths", "cache:paths"; circleci.com/docs,
  /// "persist_to_workspace", "store_artifacts", "save_cache"; support.atlassian.com, "artifacts";
  /// learn.microsoft.com, "steps.publish", "PublishPipelineArtifact@1", "PublishBuildArtifacts@1".
  static let storedCredentialPath = Self(
    ruleID: "workflow-credentials-in-artifact",
    names: [
      "paths", "path", "artifacts", "download", "publish", "targetPath", "PathtoPublish",
    ], takesParts: true
  ) { value in
    guard value.value.first != UInt8(ascii: "!"),
      let file = CredentialFiles.name(in: Array(value.value.prefix(256))),
      let path = value.place.keyPath, stores.contains(where: { path.holds($0) })
    else { return nil }
    return "\(path) stores \(file), where credentials are kept"
  }

  private static let stores: [StaticString] = [
    "artifacts.paths[", "cache.paths[", "persist_to_workspace.paths[", "save_cache.paths[",
    "store_artifacts.path", "artifacts[", "artifacts.download", "].publish", "].inputs.targetPath",
    "].inputs.PathtoPublish",
  ]
}

extension GitHubModel.Step {
  /// Whether an upload holds `.git`: up to version 3 it does, later if it is asked to.
  ///
  /// Source: the README of actions/upload-artifact, `include-hidden-files`.
  fileprivate var takesHiddenFiles: Bool {
    guard action == .uploadArtifact else { return false }
    return input("include-hidden-files")?.text == "true" || isVersion(["v1", "v2", "v3"])
  }

  /// Whether it checks out, and leaves the job's token in the workspace.
  var keepsToken: Bool {
    guard action == .checkout, input("persist-credentials")?.text != "false" else {
      return false
    }
    return isVersion(["v1", "v2", "v3", "v4", "v5"])
  }

  /// Whether the action is named by one of some major versions.
  fileprivate func isVersion(_ versions: [String]) -> Bool {
    guard let uses = uses?.bytes else { return false }
    let at = uses.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? uses.startIndex
    let version = uses[at...]
    return versions.contains {
      version.starts(with: $0.utf8)
        && (version.count == $0.utf8.count || version[at + $0.utf8.count] == UInt8(ascii: "."))
    }
  }
}

extension Field {
  /// The secrets that a condition reads; it is an expression with or without `${{ }}`.
  var readsSecrets: [String] {
    let isMarked = source.value.firstOffset(of: "${{", from: 0) != nil
    return SecretReferences.inExpressions(
      of: isMarked ? source.value : Array("${{".utf8) + source.value + Array("}}".utf8),
      isComparing: true)
  }
}
