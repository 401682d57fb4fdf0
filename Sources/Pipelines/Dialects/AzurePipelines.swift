extension Dialect {
  /// Azure Pipelines. Variables are a mapping or a list of names and values.
  ///
  /// Source: learn.microsoft.com, "YAML schema reference for Azure Pipelines".
  static let azurePipelines = Dialect(
    "Azure Pipelines",
    paths: ["azure-pipelines.yml", "azure-pipelines.yaml", "azure-pipelines*.yml"],
    marks: [
      [
        "steps[].task", "steps[].script", "steps[].bash", "steps[].pwsh", "steps[].powershell",
        "jobs[].job", "jobs[].deployment", "stages[].stage", "jobs[].template",
      ],
      ["trigger", "pr", "pool", "stages", "jobs", "parameters[].name", "variables", "steps"],
    ],
    sites: .shell(
      "steps[].script", "steps[].bash", "steps[].inputs.script", "steps[].inputs.inlineScript",
      "steps[].inputs.arguments",
      "jobs[].steps[].script", "jobs[].steps[].bash", "jobs[].steps[].inputs.script",
      "jobs[].steps[].inputs.inlineScript", "jobs[].steps[].inputs.arguments",
      "stages[].jobs[].steps[].script", "stages[].jobs[].steps[].bash",
      "stages[].jobs[].steps[].inputs.script", "stages[].jobs[].steps[].inputs.inlineScript",
      "stages[].jobs[].steps[].inputs.arguments"),
    jobs: Naming("jobs[]", or: ["stages[].jobs[]"], by: ["displayName", "job", "deployment"]),
    steps: Naming(
      "steps[]", or: ["jobs[].steps[]", "stages[].jobs[].steps[]"],
      by: ["displayName", "name", "task"]))
}
