extension Dialect {
  /// CircleCI.
  ///
  /// Source: circleci.com/docs, "Configuration reference".
  static let circleCI = Dialect(
    "CircleCI",
    paths: [".circleci/config.yml", ".circleci/config.yaml", ".circleci/*.yml"],
    marks: [
      ["version=2", "orbs.*"],
      ["jobs.*.docker[].image", "jobs.*.machine", "jobs.*.executor", "workflows.*.jobs[]"],
    ],
    sites: .shell(
      "**.steps[].run", "**.steps[].run.command",
      "jobs.*.docker[].command.**", "executors.*.docker[].command.**")
      + .valuesOfParents(
        "parameters.*.default", "jobs.*.parameters.*.default", "commands.*.parameters.*.default",
        "executors.*.parameters.*.default", "orbs.*.commands.*.parameters.*.default"),
    jobs: Naming("jobs.*"),
    steps: Naming("jobs.*.steps[]", or: ["commands.*.steps[]"], by: ["name", "run.name"]),
    names: .any)
}
