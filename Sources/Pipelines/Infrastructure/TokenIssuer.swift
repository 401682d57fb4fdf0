/// A CI system whose jobs get tokens of OIDC.
///
/// Sources: docs.github.com, "OpenID Connect reference"; docs.gitlab.com, "ID token authentication";
/// circleci.com/docs, "OpenID Connect tokens"; buildkite.com/docs, "OIDC": the forms of `sub`.
enum TokenIssuer: CaseIterable {
  case gitHub, gitLab, circleCI, buildkite

  /// What stands in the names of its claims.
  var host: StaticString {
    switch self {
    case .gitHub: "token.actions.githubusercontent.com"
    case .gitLab: "gitlab.com"
    case .circleCI: "oidc.circleci.com"
    case .buildkite: "agent.buildkite.com"
    }
  }

  /// Who may take a role that asks for nothing else.
  var everybody: String {
    switch self {
    case .gitHub: "any repository on GitHub"
    case .gitLab: "any project on GitLab"
    case .circleCI: "any project of the organization"
    case .buildkite: "any organization on Buildkite"
    }
  }

  /// What stands before the owner in `sub`, and what ends the owner.
  private var form: (prefix: String, end: Character) {
    switch self {
    case .gitHub: ("repo:", "/")
    case .gitLab: ("project_path:", "/")
    case .circleCI: ("org/", "/")
    case .buildkite: ("organization:", ":")
    }
  }

  /// Whether a pattern of `sub` names no owner, or one whose name anybody may extend.
  static func isOpen(_ pattern: String, _ issuer: TokenIssuer?) -> Bool {
    guard let star = pattern.firstIndex(where: { $0 == "*" || $0 == "?" }) else { return false }
    let head = pattern[..<star]
    if head.isEmpty { return true }
    guard let form = issuer?.form else { return false }
    if form.prefix.hasPrefix(head) { return true }
    return head.hasPrefix(form.prefix) && !head.dropFirst(form.prefix.count).contains(form.end)
  }
}
