extension Dialect {
  /// Tekton tasks and pipelines, and what is built on them: Pipelines as Code, Jenkins X.
  ///
  /// Source: tekton.dev/docs, "Tasks" and "Pipelines".
  static let tekton = Dialect(
    "Tekton", marks: [["apiVersion=tekton.dev/", "apiVersion=triggers.tekton.dev/"], ["kind"]],
    sites: .shell(
      "spec.steps[].script", "spec.stepTemplate.script", "spec.tasks[].taskSpec.steps[].script",
      "spec.pipelineSpec.tasks[].taskSpec.steps[].script", "spec.taskSpec.steps[].script",
      "spec.steps[].args[]", "spec.tasks[].taskSpec.steps[].args[]",
      "spec.finally[].taskSpec.steps[].script",
      "spec.pipelineSpec.finally[].taskSpec.steps[].script", "spec.sidecars[].script",
      "spec.finally[].taskSpec.steps[].args[]",
      "spec.pipelineSpec.tasks[].taskSpec.steps[].args[]"),
    jobs: Naming(
      "spec.tasks[]",
      or: ["spec.pipelineSpec.tasks[]", "spec.finally[]", "spec.pipelineSpec.finally[]"],
      by: ["name"]),
    steps: Naming(
      "spec.steps[]",
      or: [
        "spec.taskSpec.steps[]", "spec.tasks[].taskSpec.steps[]",
        "spec.pipelineSpec.tasks[].taskSpec.steps[]", "spec.finally[].taskSpec.steps[]",
        "spec.pipelineSpec.finally[].taskSpec.steps[]",
      ], by: ["name"]))
}
