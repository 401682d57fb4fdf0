extension Dialect {
  /// Buildkite pipelines.
  ///
  /// Source: buildkite.com/docs, "Command step".
  static let buildkite = Dialect(
    "Buildkite",
    paths: [
      ".buildkite/pipeline.yml", ".buildkite/pipeline.yaml", ".buildkite/pipeline*.yml",
      ".buildkite/*.yml", "buildkite.yml",
    ],
    marks: [
      ["steps[].command", "steps[].commands"], ["steps[].label", "steps[].plugins", "agents"],
    ],
    sites: .shell(
      "steps[].command.**", "steps[].commands.**", "steps[].steps[].command.**",
      "steps[].steps[].commands.**")
      + .keyValues(
        "steps[].plugins[].*.environment[]", "steps[].plugins[].*.env[]",
        "steps[].plugins[].*.args[]", "steps[].plugins[].*.build-args[]",
        "steps[].steps[].plugins[].*.environment[]"),
    steps: Naming(
      "steps[]", or: ["steps[].steps[]"],
      by: ["label", "name", "group", "key", "block", "input", "trigger"]), names: .any)
}
