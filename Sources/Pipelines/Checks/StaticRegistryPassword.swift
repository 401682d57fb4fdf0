/// Stored passwords of registries, and stored tokens for publishing, where short-lived ones exist.
extension WorkflowCheck.OfStep {
  /// Source: the README of docker/login-action; docs.github.com, "Working with the Container
  /// registry".
  static let staticRegistryPassword = Self(ruleID: "workflow-static-registry-password") { step, _ in
    guard step.action == .dockerLogin || step.action == .podmanLogin,
      let password = step.input("password"), !password.secrets.isEmpty
    else { return [] }
    let registry = step.input("registry")?.text.lowercased() ?? "docker.io"
    let advice =
      if registry.holds("ghcr.io") {
        "ghcr.io takes the job's own GITHUB_TOKEN with `permissions: {packages: write}`"
      } else if registry.holds(".amazonaws.com") || registry.holds("public.ecr.aws") {
        "log in to ECR behind aws-actions/configure-aws-credentials with role-to-assume"
      } else if registry.holds("pkg.dev") || registry.holds("gcr.io") {
        "use token_format: access_token of google-github-actions/auth"
      } else if registry.holds("azurecr.io") {
        "run `az acr login` behind azure/login with an OIDC token"
      } else {
        "where the registry knows OIDC, ask it for a token of minutes; else use a token of this repository alone"
      }
    return [
      .init(
        password.range,
        "the step logs in to \(RegistryHost.shown(registry)) with \(password.secrets.listed), which is stored",
        advice)
    ]
  }

  /// Source: docs.pypi.org, "Trusted publishers"; docs.npmjs.com, "Trusted publishing";
  /// guides.rubygems.org, crates.io.
  static let storedPublishToken = Self(ruleID: "workflow-stored-publish-token") { step, job in
    let name: String? =
      switch step.action {
      case .publishPyPI: "password"
      case .publishNPM: "token"
      case .publishCrates: "registry-token"
      default: nil
      }
    guard let name, let token = step.input(name), !token.secrets.isEmpty
    else { return [] }
    return [
      .init(
        token.range,
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
      guard words.count > 1, let variable = variables[words[0]]?[words[1]] else { return nil }
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
    "twine": ["upload": "TWINE_PASSWORD"], "npm": ["publish": "NODE_AUTH_TOKEN"],
    "cargo": ["publish": "CARGO_REGISTRY_TOKEN"], "gem": ["push": "GEM_HOST_API_KEY"],
    "uv": ["publish": "UV_PUBLISH_TOKEN"], "poetry": ["publish": "POETRY_PYPI_TOKEN_PYPI"],
  ]
}
