/// Stored passwords of registries, and stored tokens for publishing, where short-lived ones exist.
extension WorkflowCheck.OfStep {
  /// Source: the README of docker/login-action; docs.github.com, "Working with the Container
  /// registry".
  static let staticRegistryPassword = Self(ruleID: "workflow-static-registry-password") { step, _ in
    guard step.action == "docker/login-action" || step.action == "redhat-actions/podman-login",
      let password = step.input("password"), !password.secrets.isEmpty
    else { return [] }
    let registry = step.input("registry")?.text.lowercased() ?? "docker.io"
    let advice =
      if registry.contains("ghcr.io") {
        "ghcr.io takes the job's own GITHUB_TOKEN with `permissions: {packages: write}`"
      } else if registry.contains(".amazonaws.com") || registry.contains("public.ecr.aws") {
        "log in to ECR behind aws-actions/configure-aws-credentials with role-to-assume"
      } else if registry.contains("pkg.dev") || registry.contains("gcr.io") {
        "use token_format: access_token of google-github-actions/auth"
      } else if registry.contains("azurecr.io") {
        "run `az acr login` behind azure/login with an OIDC token"
      } else {
        "where the registry knows OIDC, ask it for a token of minutes; else use a token of this repository alone"
      }
    return [
      .init(
        password.source.range,
        "the step logs in to \(RegistryHost.shown(registry)) with \(password.secrets.listed), which is stored",
        advice)
    ]
  }

  /// Source: docs.pypi.org, "Trusted publishers"; docs.npmjs.com, "Trusted publishing";
  /// guides.rubygems.org, crates.io.
  static let storedPublishToken = Self(ruleID: "workflow-stored-publish-token") { step, job in
    let name: String? =
      switch step.action {
      case "pypa/gh-action-pypi-publish": "password"
      case "js-devtools/npm-publish": "token"
      case "katyo/publish-crates": "registry-token"
      default: nil
      }
    guard let name, let token = step.input(name), !token.secrets.isEmpty
    else { return [] }
    return [
      .init(
        token.source.range,
        "the step publishes with \(token.secrets.listed), which is stored",
        job.canIdentify
          ? "the job may already ask for an OIDC token: drop the input and add a trusted publisher"
          : "trusted publishing takes `permissions: {id-token: write}` and no token at all")
    ]
  }
}

extension WorkflowCheck.OfScript {
  static let storedPublishCommand = Self(
    ruleID: "workflow-stored-publish-token", need: .secretInJob
  ) { script in
    script.commands.compactMap { command in
      let words = script.words(command)
      guard let variable = variables[Array(words.prefix(2))] else { return nil }
      let stored =
        script.bound[variable].map { "secrets.\($0)" } + script.secrets(of: command)
        + script.secrets(in: command.settings)
      guard let secret = stored.first else { return nil }
      return .init(
        script.range(of: command.range),
        "\(words.prefix(2).joined(separator: " ")) in \(script.place) publishes with \(secret)",
        "trusted publishing takes the job's OIDC token and no stored one")
    }
  }

  private static let variables = [
    ["twine", "upload"]: "TWINE_PASSWORD", ["npm", "publish"]: "NODE_AUTH_TOKEN",
    ["cargo", "publish"]: "CARGO_REGISTRY_TOKEN", ["gem", "push"]: "GEM_HOST_API_KEY",
    ["uv", "publish"]: "UV_PUBLISH_TOKEN", ["poetry", "publish"]: "POETRY_PYPI_TOKEN_PYPI",
  ]
}
