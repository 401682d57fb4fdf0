extension Dialect {
  /// Bitbucket Pipelines.
  ///
  /// Source: support.atlassian.com, "Bitbucket Pipelines configuration reference".
  static let bitbucketPipelines = Dialect(
    "Bitbucket Pipelines", paths: ["bitbucket-pipelines.yml", "bitbucket-pipelines.yaml"],
    marks: [
      [
        "pipelines.default", "pipelines.branches", "pipelines.custom", "pipelines.pull-requests",
        "pipelines.tags",
      ],
      ["pipelines", "image"],
    ],
    sites: .shell(
      "pipelines.*[].step.script[]", "pipelines.*[].step.after-script[]",
      "pipelines.*.*[].step.script[]", "pipelines.*.*[].step.after-script[]",
      "pipelines.*[].parallel[].step.script[]", "pipelines.*.*[].parallel[].step.script[]",
      "pipelines.*.*[].parallel.steps[].step.script[]",
      "pipelines.*[].parallel.steps[].step.script[]",
      "definitions.steps[].step.script[]", "definitions.scripts.**"),
    steps: Naming(
      "pipelines.*[].step",
      or: [
        "pipelines.*.*[].step", "pipelines.*[].parallel[].step", "pipelines.*.*[].parallel[].step",
        "definitions.steps[].step",
      ], by: ["name"]),
    names: .any)
}
