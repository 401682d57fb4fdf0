extension Dialect {
  /// Azure Pipelines. Variables are a mapping or a list of names and values; steps stand in jobs, in
  /// stages, in deployments, and in the parameters of templates.
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
      "**.steps[].script", "**.steps[].bash", "**.steps[].pwsh", "**.steps[].powershell",
      "**.steps[].inputs.script", "**.steps[].inputs.inlineScript", "**.steps[].inputs.Inline",
      "**.steps[].inputs.arguments"),
    jobs: Naming("**.jobs[]", by: ["displayName", "job", "deployment"]),
    steps: Naming("**.steps[]", by: ["displayName", "name", "task"]), windows: .batch)
}
