extension Dialect {
  /// Argo Workflows.
  ///
  /// Source: argo-workflows.readthedocs.io, "Field reference".
  static let argoWorkflows = Dialect(
    "Argo Workflows",
    marks: [
      ["apiVersion=argoproj.io/"],
      [
        "kind=Workflow", "kind=CronWorkflow", "kind=ClusterWorkflowTemplate",
      ],
    ],
    sites: .shell(
      "spec.templates[].script.source", "spec.templates[].container.args[]",
      "spec.templates[].container.command[]", "spec.workflowSpec.templates[].script.source",
      "spec.workflowSpec.templates[].container.args[]"),
    jobs: Naming("spec.templates[]", or: ["spec.workflowSpec.templates[]"], by: ["name"]),
    steps: Naming(
      "spec.templates[].dag.tasks[]",
      or: [
        "spec.workflowSpec.templates[].dag.tasks[]", "spec.templates[].steps[][]",
        "spec.workflowSpec.templates[].steps[][]",
      ], by: ["name"]))
}
