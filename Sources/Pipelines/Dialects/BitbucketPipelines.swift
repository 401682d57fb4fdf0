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
    sites: .shell("**.step.script[]", "**.step.after-script[]", "definitions.scripts.**"),
    steps: Naming("**.step", by: ["name"]),
    names: .any)
}
