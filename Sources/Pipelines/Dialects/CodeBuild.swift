extension Dialect {
  /// AWS CodeBuild.
  ///
  /// Source: docs.aws.amazon.com/codebuild, "Build specification reference".
  static let codeBuild = Dialect(
    "CodeBuild",
    paths: ["buildspec.yml", "buildspec.yaml", "buildspec*.yml", "buildspec*.yaml"],
    marks: [["phases.*.commands"], ["version=0."]],
    sites: .references("env.parameter-store.*", "env.secrets-manager.*", "env.exported-variables[]")
      + .shell("phases.*.commands.**", "phases.*.finally.**"),
    steps: Naming("phases.*"))
}
