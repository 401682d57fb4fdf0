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
      "run.args[]", "jobs[].plan[].config.run.args[]", "jobs[].plan[].do[].config.run.args[]"),
    jobs: Naming("jobs[]", by: ["name"]),
    steps: Naming("jobs[].plan[]", by: ["task", "get", "put"]))
}
