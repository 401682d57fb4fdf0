public import Rules

/// The rules that are part of the program, made by the build from `rules/*.yml`.
public enum Catalogue {
  /// All rules, sorted by id; ids are unique. Made anew on each call, in well below a millisecond:
  /// patterns are compiled when they are first used.
  public static func rules() -> [Rule] { embeddedRules() }
}
