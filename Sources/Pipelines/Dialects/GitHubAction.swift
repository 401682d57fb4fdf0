extension Dialect {
  /// GitHub actions: `action.yml` of composite, container and JavaScript actions. Other tools call
  /// files so, too, hence the content decides.
  ///
  /// Source: docs.github.com, "Metadata syntax for GitHub Actions".
  static let gitHubAction = Dialect(
    "GitHub action",
    marks: [["runs.using"]],
    sites: .shell(
      "runs.steps[].run", "runs.steps[].with.script", "runs.steps[].with.run",
      "runs.steps[].with.command", "runs.steps[].with.args", "runs.steps[].with.inlineScript",
      "runs.args.**")
      + .valuesOfParents("inputs.*.default", "outputs.*.value"),
    steps: Naming("runs.steps[]", by: ["name", "id", "uses"]))
}
