/// Names that tell a printed environment from other lines of the shape `KEY=value`.
enum EnvironmentAnchors {
  private static let names: Set<String> = [
    "PATH", "HOME", "PWD", "OLDPWD", "SHLVL", "SHELL", "USER", "LOGNAME", "HOSTNAME", "LANG",
    "TERM", "TMPDIR", "CI", "RUNNER_OS", "JENKINS_HOME", "JENKINS_URL", "WORKSPACE", "JOB_NAME",
    "SYSTEMROOT", "COMSPEC", "WINDIR", "ALLUSERSPROFILE", "PATHEXT", "USERPROFILE",
  ]

  private static let prefixes = [
    "GITHUB_", "RUNNER_", "ACTIONS_", "CI_", "BUILD_", "GITLAB_", "BUILDKITE_", "CIRCLE_",
    "TRAVIS_", "BITBUCKET_", "AGENT_", "SYSTEM_", "DRONE_", "TEAMCITY_", "KUBERNETES_",
  ]

  /// Variables that shells set but do not export: only `set` prints them.
  private static let shellNames: Set<String> = [
    "IFS", "PS4", "OPTIND", "BASH_VERSION", "BASHOPTS", "SHELLOPTS", "PPID",
  ]

  /// Whether a name belongs to the environment of nearly every process of a CI job.
  static func contains(_ name: String) -> Bool {
    let name = name.uppercased()
    return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }

  /// Whether a name is one of a shell's own variables.
  static func isShellVariable(_ name: String) -> Bool { shellNames.contains(name) }

  /// Whether a name is a property that every Java process has.
  ///
  /// Source: docs.oracle.com, `System.getProperties`.
  static func isProperty(_ name: String) -> Bool {
    ["java.version", "java.home", "user.home", "user.dir", "os.name", "file.encoding"].contains(
      name)
  }
}
