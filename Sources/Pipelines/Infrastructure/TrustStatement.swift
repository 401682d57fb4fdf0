/// A statement of a role's trust policy, as far as it says who may take the role.
struct TrustStatement {
  /// `StringLike { "token.actions.githubusercontent.com:sub" = ["repo:o/*"] }`.
  struct Condition {
    let test: String
    let variable: String
    /// Those that are written out.
    var values: [String] = []

    /// Whether the claim `sub` is asked for. What is only forbidden, or only there, binds nobody.
    var bindsSubject: Bool {
      variable.hasSuffix(":sub") && !test.holds("Not") && !test.hasSuffix("Null")
    }

    /// Whether `*` in a value stands for anything.
    var hasPatterns: Bool { !test.holds("Equals") }
  }

  /// Whether it lets someone in by a token of OIDC.
  var takesTokens = false
  var denies = false
  /// Whose tokens, as far as its words tell.
  var issuer: TokenIssuer?
  var conditions: [Condition] = []
  /// Whether conditions may be there that nobody can read.
  var hasMore = false

  /// Takes a string or a key of the statement.
  mutating func take(_ word: String) {
    if word.holds("AssumeRoleWithWebIdentity") { takesTokens = true }
    if issuer == nil { issuer = TokenIssuer.allCases.first { word.holds($0.host) } }
  }

  /// What is wrong with it; `nil` for nothing.
  var reason: String? {
    guard takesTokens, !denies else { return nil }
    let bound = conditions.filter(\.bindsSubject)
    if bound.isEmpty {
      guard let issuer, !hasMore else { return nil }
      return conditions.contains { $0.variable.hasSuffix(":sub") }
        ? "trusts \(issuer.everybody): its trust policy only says which sub may not"
        : "trusts \(issuer.everybody): its trust policy has no condition on the token's sub"
    }
    // All conditions of a statement must hold, and one value of each.
    let isOpen = bound.allSatisfy { condition in
      condition.hasPatterns && condition.values.contains { TokenIssuer.isOpen($0, issuer) }
    }
    guard isOpen else { return nil }
    return
      "trusts \(issuer?.everybody ?? "any token of its issuer"): its condition on the token's sub "
      + "lets all through"
  }
}
