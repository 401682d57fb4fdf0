public import Rules

/// The rules that are part of the program, made by the build from `rules/*.yml`.
public enum Catalogue {
  /// All rules, sorted by id; ids are unique. Each is made when it is first asked for; the tables of
  /// their engine were made by the build. Patterns are compiled when they are first used.
  public static func rules() -> RuleList { embedded }

  private static let embedded = embeddedRules()
}
