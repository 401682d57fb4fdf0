/// Static keys of clouds where the provider's own action takes the job's OIDC token.
///
/// Sources: the READMEs of aws-actions/configure-aws-credentials, google-github-actions/auth,
/// azure/login and hashicorp/vault-action.
extension WorkflowCheck.OfStep {
  static let staticAWSKey = Self(ruleID: "workflow-static-aws-key") { step, job in
    guard step.action == .awsCredentials,
      let key = step.input("aws-access-key-id"), !key.isStepOutput
    else { return [] }
    let role = step.input("role-to-assume")
    return [
      .init(
        key.range,
        role == nil
          ? "the step logs in to AWS with a static access key"
          : "the step assumes a role with a static access key",
        job.identity("role-to-assume"))
    ]
  }

  static let staticGoogleKey = Self(ruleID: "workflow-static-google-key") { step, job in
    let name: String? =
      switch step.action {
      case .googleAuth: "credentials_json"
      case .setupGoogle: "service_account_key"
      case .deployCloudRun: "credentials"
      default: nil
      }
    guard let name, let key = step.input(name) else { return [] }
    return [
      .init(
        key.range,
        "the step logs in to Google Cloud with the key of a service account",
        job.identity("workload_identity_provider"))
    ]
  }

  static let staticAzureSecret = Self(ruleID: "workflow-static-azure-secret") { step, job in
    guard step.action == .azureLogin, let key = step.input("creds") ?? step.input("client-secret")
    else { return [] }
    return [
      .init(
        key.range, "the step logs in to Azure with a client secret",
        job.identity("client-id, tenant-id and subscription-id"))
    ]
  }

  static let staticVaultToken = Self(ruleID: "workflow-static-vault-token") { step, job in
    guard step.action == .vault,
      step.input("method")?.text.lowercased() != "jwt",
      let key = step.input("token") ?? step.input("secretid") ?? step.input("githubtoken")
        ?? step.input("password")
    else { return [] }
    return [
      .init(
        key.range, "the step logs in to Vault with a stored credential",
        job.identity("method: jwt and role"))
    ]
  }
}

extension GitHubModel.Job {
  /// What stands in the way of an OIDC login, in words.
  func identity(_ input: String) -> String {
    canIdentify
      ? "the job may already ask for an OIDC token (id-token: write): give the step \(input) instead"
      : "the job may not ask for an OIDC token yet: it takes `permissions: {id-token: write}` and \(input)"
  }
}

extension Field {
  /// Whether another step made the value.
  var isStepOutput: Bool { text.holds("steps.") && secrets.isEmpty }
}
