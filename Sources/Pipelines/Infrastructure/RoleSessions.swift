/// How long the sessions of an AWS role may be.
///
/// Source: docs.aws.amazon.com, "Modify the maximum session duration for a role": one hour by default, at
/// most twelve.
enum RoleSessions {
  /// What is wrong with a `MaxSessionDuration`, in seconds; `nil` for nothing.
  static func reason(_ seconds: Int) -> String? {
    seconds > 3_600
      ? "the role gives sessions of \(TimeLength.words(seconds)); one hour is the default" : nil
  }
}
