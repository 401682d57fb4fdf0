extension Dialect {
  /// Woodpecker CI: a Drone pipeline without kind; steps are a list or a mapping.
  ///
  /// Source: woodpecker-ci.org/docs, "Workflow syntax".
  static let woodpecker = Dialect(
    "Woodpecker",
    paths: [
      ".woodpecker.yml", ".woodpecker.yaml", ".woodpecker/*.yml", ".woodpecker/*.yaml",
    ],
    marks: [
      ["steps[].commands", "steps.*.commands", "pipeline.*.commands"],
      ["steps[].image", "steps.*.image", "pipeline.*.image"],
    ],
    sites: .shell(
      "steps[].commands.**", "steps.*.commands.**", "pipeline.*.commands.**",
      "services.*.commands.**", "services[].commands.**")
      + .references("steps[].secrets.**", "steps.*.secrets.**", "pipeline.*.secrets.**"),
    steps: Naming("steps[]", or: ["steps.*", "pipeline.*"], by: ["name"]), names: .any)
}
