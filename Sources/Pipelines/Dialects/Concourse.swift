extension Dialect {
  /// Concourse pipelines and tasks.
  ///
  /// Source: concourse-ci.org/docs.html.
  static let concourse = Dialect(
    "Concourse",
    marks: [
      ["jobs[].plan", "resources[].source", "run.path"],
      [
        "resources[].type", "resource_types[].type", "jobs[].plan[].get", "jobs[].plan[].task",
        "platform", "image_resource.type",
      ],
    ],
    sites: .shell(
      "run.args[]", "**.config.run.args[]"),
    jobs: Naming("jobs[]", by: ["name"]),
    steps: Naming(
      "jobs[].plan[]",
      or: ["**.do[]", "**.in_parallel[]", "**.in_parallel.steps[]", "**.aggregate[]"],
      by: ["task", "get", "put"]))
}
