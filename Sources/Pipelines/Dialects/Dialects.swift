extension Dialect {
  /// The dialects that are known; where two would take a file, the first gets it.
  public static let all: [Dialect] = [
    // CI systems, the ones with the most telling marks first.
    .gitHubWorkflow,
    .gitHubAction,
    .gitHubDependabot,
    .circleCI,
    .bitbucketPipelines,
    .travis,
    .drone,
    .codeBuild,
    .appVeyor,
    .concourse,
    // Its steps may be scripts, as Azure's are.
    .cloudBuild,
    .azurePipelines,
    .woodpecker,
    .buildkite,
    .jenkinsCasC,
    // Kubernetes: kinds of their own before the rest.
    .tekton,
    .argoWorkflows,
    .argoCD,
    .sealedSecret,
    .externalSecret,
    // Before the manifests that it may have encrypted.
    .sops,
    .kubernetesSecret,
    .kubernetesConfigMap,
    .kubernetesList,
    .kustomization,
    .kubeconfig,
    .kubernetes,
    // What is deployed.
    .dockerCompose,
    .cloudFormation,
    .serverless,
    .ansiblePlaybook,
    .ansibleVariables,
    .helmValues,
    .spring,
    .prometheus,
    .openAPI,
    // Last, for its marks are common words.
    .gitLabCI,
  ]
}
