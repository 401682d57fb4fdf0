internal import Findings

/// What concerns a GitHub workflow or a job as a whole.
enum WorkflowWideChecks {
  static let ruleIDs = [
    "workflow-all-secrets", "workflow-inherits-secrets", "workflow-wide-secret",
    "workflow-untrusted-trigger", "workflow-structured-secret", "workflow-static-cloud-environment",
  ]

  static func weaknesses(_ model: GitHubModel) -> [Weakness] {
    var weaknesses: [Weakness] = []
    func weakness(_ ruleID: String, _ field: Field, _ reasons: String...) {
      weaknesses.append(Weakness(ruleID: ruleID, range: field.range, reasons: reasons))
    }
    for variable in model.variables where !variable.secrets.isEmpty {
      weakness(
        "workflow-wide-secret", variable,
        "\(variable.name) gives \(variable.secrets.listed) to every step of every job, actions of others too"
      )
    }
    for (index, job) in model.jobs.enumerated() {
      if let inherits = job.inherits {
        weakness(
          "workflow-inherits-secrets", inherits,
          "the job hands all secrets to the workflow that it calls")
      }
      if let condition = job.condition, condition.mentionsSecrets, !condition.readsSecrets.isEmpty {
        weakness(
          "workflow-secret-in-condition", condition,
          "the condition of the job reads \(condition.readsSecrets.listed)")
      }
      for field in job.mentioning {
        if field.readsAllSecrets {
          weakness(
            "workflow-all-secrets", field,
            "\(field.name) in the job reads all secrets at once")
        } else if let name = field.structuredSecret {
          weakness(
            "workflow-structured-secret", field,
            "a part of secrets.\(name) is taken by fromJSON; masked is only the whole")
        }
      }
      // Of the workflow's own variables one job speaks for all.
      weaknesses += environment(job, index == 0 ? model.variables : [])
    }
    weaknesses += untrusted(model)
    return weaknesses
  }

  /// Static keys of clouds in the environment of a job in which nothing logs in by OIDC.
  private static func environment(_ job: GitHubModel.Job, _ outer: [Field]) -> [Weakness] {
    let fields =
      (outer + job.variables).filter(\.mentionsSecrets)
      + job.steps.flatMap { $0.variables.filter(\.mentionsSecrets) }
    return fields.compactMap { field in
      guard let secret = field.secrets.first, clouds.contains(field.name) else { return nil }
      return Weakness(
        ruleID: "workflow-static-cloud-environment", range: field.range,
        reasons: [
          "the job has secrets.\(secret) as \(field.name), which no job can renew",
          job.canIdentify
            ? "the job may already ask for an OIDC token (id-token: write)"
            : "with `permissions: {id-token: write}` the job gets a credential of its own instead",
        ])
    }
  }

  static let clouds: Set = [
    "AWS_SECRET_ACCESS_KEY", "GOOGLE_CREDENTIALS", "GOOGLE_APPLICATION_CREDENTIALS_JSON",
    "GCP_SA_KEY", "ARM_CLIENT_SECRET", "AZURE_CLIENT_SECRET", "AZURE_CREDENTIALS", "VAULT_TOKEN",
    "SNOWFLAKE_PASSWORD", "DATABRICKS_TOKEN",
  ]

  /// Triggers that run with secrets for what a stranger sent.
  private static func untrusted(_ model: GitHubModel) -> [Weakness] {
    guard
      let trigger = model.triggers.first(where: {
        $0.name == "pull_request_target" || $0.name == "workflow_run"
      })
    else { return [] }
    var names = NameList()
    for field in model.variables + model.jobs.flatMap(\.mentioning) {
      for secret in field.secrets { names.add(secret) }
    }
    guard !names.all.isEmpty else { return [] }
    return [
      Weakness(
        ruleID: "workflow-untrusted-trigger", range: trigger.range,
        reasons: [
          "\(trigger.name) runs for changes from forks with the secrets of this repository: \(names.all.listed)"
        ])
    ]
  }
}

extension Field {
  /// `toJSON(secrets)`, `secrets[…]` with a name that is computed.
  fileprivate var readsAllSecrets: Bool {
    guard source.value.handsOn("secrets") else { return false }
    // Only what stands in `${{ … }}`: scripts have variables of that name, too.
    return text.lowercased().components(between: "${{", and: "}}").contains { expression in
      let words = expression.filter { $0 != " " }
      return words.contains("tojson(secrets)")
        || words.contains("secrets[") && !words.contains("secrets['")
    }
  }

  /// The secret in `fromJSON(secrets.X).y`.
  fileprivate var structuredSecret: String? {
    let value = source.value
    guard
      let call = value.firstOffset(of: "fromJSON(secrets.", from: 0)
        ?? value.firstOffset(of: "fromJson(secrets.", from: 0)
    else { return nil }
    let name = value[(call + 17)...].prefix { $0.isWord }
    let behind = value[(call + 17 + name.count)...].prefix(2)
    return behind.elementsEqual(").".utf8) || behind.elementsEqual(")[".utf8)
      ? ShownText.bounded(name) : nil
  }
}

extension [UInt8] {
  /// Whether a word stands alone behind a bracket, or before one of its own: what is not `word.name`.
  fileprivate func handsOn(_ word: StaticString) -> Bool {
    var from = 0
    while let start = firstOffset(of: word, from: from) {
      let end = start + word.utf8CodeUnitCount
      if self[..<start].last(where: { !$0.isWhite }) == UInt8(ascii: "(")
        || self[end...].first(where: { !$0.isWhite }) == UInt8(ascii: "[")
      {
        return true
      }
      from = end
    }
    return false
  }
}

extension String {
  /// The texts between two marks.
  fileprivate func components(between open: String, and close: String) -> [Substring] {
    split(separator: open).dropFirst(hasPrefix(open) ? 0 : 1).map { part in
      part.split(separator: close, maxSplits: 1, omittingEmptySubsequences: false)[0]
    }
  }
}
