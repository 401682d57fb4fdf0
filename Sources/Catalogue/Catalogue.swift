public import Rules

/// The rules that are part of the program, made by the build from `rules/*.yml`.
public enum Catalogue {
  /// All rules, sorted by id; ids are unique. Made on the first call, in well below a millisecond, and
  /// kept for good: to take them apart when the program ends would cost as much again. Patterns are
  /// compiled when they are first used.
  public static func rules() -> [Rule] { embedded }

  private static let embedded = embeddedRules()
}
