/// Whom an AWS role trusts by OIDC.
///
/// Source: docs.github.com, "Configuring OpenID Connect in Amazon Web Services": without a condition on
/// `sub` any repository of anybody may take the role; docs.gitlab.com says the same of GitLab.
enum RoleTrust {
  /// What is wrong with a trust policy, JSON or an expression that makes it; `nil` for nothing.
  static func reason(_ policy: [UInt8]) -> String? {
    guard policy.firstOffset(of: "AssumeRoleWithWebIdentity", from: 0) != nil else { return nil }
    let issuers: [(StaticString, String)] = [
      ("token.actions.githubusercontent.com", "any repository on GitHub"),
      ("gitlab.com", "any project on GitLab"),
      ("oidc.circleci.com", "any project of the organization"),
      ("agent.buildkite.com", "any organization on Buildkite"),
    ]
    guard let issuer = issuers.first(where: { policy.firstOffset(of: $0.0, from: 0) != nil }) else {
      return nil
    }
    if policy.firstOffset(of: ":sub", from: 0) == nil {
      return "trusts \(issuer.1): its trust policy has no condition on the token's sub"
    }
    let open: [StaticString] = ["\"repo:*\"", "\"repo:*/*\"", "\"repo:*:*\"", "\"project_path:*\""]
    return open.contains { policy.firstOffset(of: $0, from: 0) != nil }
      ? "trusts \(issuer.1): its condition on the token's sub lets all through" : nil
  }
}
