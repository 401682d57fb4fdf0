internal import Rules

/// The rules that report values found by their names.
struct AssignmentRules: Sendable {
  private let password: Int?
  private let secret: Int?
  private let apiKey: Int?

  init(_ rules: [Rule]) {
    func index(_ id: String) -> Int? {
      rules.firstIndex { $0.detector == .assignment && $0.id == id }
    }
    password = index("generic-password")
    secret = index("generic-secret")
    apiKey = index("generic-api-key")
  }

  /// Whether no such rule is in force.
  var isEmpty: Bool { password == nil && secret == nil && apiKey == nil }

  /// The index of the rule for what a name means; `nil` if it is not in force.
  func rule(for meaning: NameMeaning) -> Int? {
    switch meaning {
    case .password: password
    case .secret, .token, .authorization: secret
    case .apiKey, .uncertain: apiKey
    case .bare: nil
    }
  }
}
