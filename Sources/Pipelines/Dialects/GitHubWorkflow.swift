extension Dialect {
  /// GitHub Actions workflows.
  ///
  /// Source: docs.github.com, "Workflow syntax for GitHub Actions".
  static let gitHubWorkflow = Dialect(
    "GitHub Actions workflow",
    paths: [".github/workflows/*.yml", ".github/workflows/*.yaml"],
    // YAML 1.1 reads `on` as true, and some tools write it back as such.
    marks: [["on", "true"], ["jobs.*.steps", "jobs.*.uses", "jobs.*.runs-on"]],
    sites: .shell(
      "jobs.*.steps[].run", "jobs.*.container.options", "jobs.*.services.*.options",
      // What widely used actions call the scripts and command lines that they run.
      "jobs.*.steps[].with.script", "jobs.*.steps[].with.run", "jobs.*.steps[].with.command",
      "jobs.*.steps[].with.args", "jobs.*.steps[].with.inlineScript")
      + .valuesOfParents("on.*.inputs.*.default", "true.*.inputs.*.default"),
    jobs: Naming("jobs.*", by: ["name"]),
    steps: Naming("jobs.*.steps[]", by: ["name", "id", "uses"]))
}
