/// Which names behind a `$` are lookups.
enum DollarNames: Sendable {
  /// `$NAME`, as CI systems and shells export them: `$ecret` is a password.
  case capitals
  /// As `capitals`, and a `$name` that is the whole value: the CI system expands it.
  case any
  /// As `capitals`, and the default of a `${NAME:default}` is text, as in Spring.
  case properties
  /// Every `$name`, as in a shell.
  case shell
}
