internal import YAML

/// A workflow of GitHub Actions, as far as its checks look at it. Names of jobs and steps are left out:
/// people write them, secrets too, and the place of a finding tells them without.
struct GitHubModel {
  let triggers: [Field]
  let variables: [Field]
  let jobs: [Job]

  /// Whether anything in it may concern secrets.
  var concernsSecrets: Bool {
    variables.contains(where: \.mentionsSecrets)
      || jobs.contains { job in
        !job.mentioning.isEmpty || job.inherits != nil || job.condition?.mentionsSecrets == true
      }
  }

  struct Job {
    /// Whether it may ask for an OIDC token.
    let canIdentify: Bool
    let variables: [Field]
    let steps: [Step]
    /// `secrets: inherit`.
    let inherits: Field?
    let condition: Field?
    /// Whether checkout leaves the job's token in the workspace.
    let keepsToken: Bool
    /// The names of its own variables that hold secrets.
    let heldNames: Set<String>
    /// Those of its values, and of its steps', that may read secrets, in order.
    let mentioning: [Field]
    /// Whether one of them does.
    let readsSecrets: Bool

    init(
      canIdentify: Bool, variables: [Field], steps: [Step], inherits: Field?, condition: Field?
    ) {
      self.canIdentify = canIdentify
      self.variables = variables
      self.steps = steps
      self.inherits = inherits
      self.condition = condition
      heldNames = Set(variables.lazy.filter { !$0.secrets.isEmpty }.map(\.name))
      var mentioning = variables.filter(\.mentionsSecrets)
      for step in steps where step.mentionsSecrets {
        mentioning += step.variables.filter(\.mentionsSecrets)
        mentioning += step.inputs.filter(\.mentionsSecrets)
        if let run = step.run, run.mentionsSecrets { mentioning.append(run) }
      }
      self.mentioning = mentioning
      keepsToken = steps.contains(where: \.keepsToken)
      readsSecrets = mentioning.contains { !$0.secrets.isEmpty }
    }
  }

  struct Step {
    let action: KnownAction?
    let uses: Field?
    let inputs: [Field]
    let variables: [Field]
    let run: Field?
    let shell: Field?
    let setting: ScriptSetting
    let condition: Field?

    /// The language of its script.
    var language: ScriptLanguage { setting.language(of: run?.source.value ?? [], under: nil) }

    /// Whether one of its values may read secrets.
    var mentionsSecrets: Bool {
      variables.contains(where: \.mentionsSecrets) || inputs.contains(where: \.mentionsSecrets)
        || run?.mentionsSecrets == true
    }

    /// The input of a name, in any case.
    func input(_ name: String) -> Field? {
      inputs.first { $0.name.lowercased() == name }
    }
  }
}

extension GitHubModel {
  /// The model of a workflow, or of a composite action, whose steps are one job.
  init(_ root: YAMLNode, in file: [UInt8], _ mentions: SecretMentions) {
    func field(_ node: YAMLNode?, _ name: String) -> Field? {
      guard let node, case .scalar(let scalar) = node.content, scalar.count > 0 else { return nil }
      return Field(name: name, scalar, in: file, mentions)
    }
    func fields(_ node: YAMLNode?) -> [Field] {
      guard let node else { return [] }
      return node.entries.compactMap { field($0.value, $0.key.scalar ?? "") }
    }
    func steps(_ node: YAMLNode?, _ outer: ScriptSetting, _ shell: Field?) -> [Step] {
      (node?.elements ?? []).map { step in
        let run = field(step["run"], "run")
        let setting = outer.within(step.entries, windows: .powerShell)
        let uses = field(step["uses"], "uses")
        return Step(
          action: uses.flatMap { KnownAction(uses: $0.bytes) }, uses: uses,
          inputs: fields(step["with"]),
          variables: fields(step["env"]), run: run,
          shell: field(step["shell"], "shell") ?? shell,
          setting: setting,
          condition: field(step["if"], "if"))
      }
    }
    func canIdentify(_ node: YAMLNode?) -> Bool? {
      guard let node else { return nil }
      if let all = node.scalar { return all == "write-all" }
      return node["id-token"]?.scalar == "write"
    }

    let on = root["on"] ?? root["true"]
    triggers =
      (on?.entries ?? []).compactMap { entry in field(entry.key, entry.key.scalar ?? "") }
      + (on?.elements ?? []).compactMap { field($0, $0.scalar ?? "") }
      + [field(on, on?.scalar ?? "")].compactMap { $0 }
    variables = fields(root["env"])
    let setting = ScriptSetting(usual: nil).within(root.entries, windows: .powerShell)
    let shell = field(root["defaults"]?["run"]?["shell"], "shell")
    let inherited = canIdentify(root["permissions"])
    var jobs = (root["jobs"]?.entries ?? []).map { entry in
      let job = entry.value
      let secrets = field(job["secrets"], "secrets")
      return Job(
        canIdentify: canIdentify(job["permissions"]) ?? inherited ?? false,
        variables: fields(job["env"]),
        steps: steps(
          job["steps"], setting.within(job.entries, windows: .powerShell),
          field(job["defaults"]?["run"]?["shell"], "shell") ?? shell),
        inherits: secrets?.text == "inherit" ? secrets : nil, condition: field(job["if"], "if"))
    }
    if let runs = root["runs"] {
      jobs.append(
        Job(
          canIdentify: false, variables: [],
          steps: steps(runs["steps"], setting, nil), inherits: nil, condition: nil))
    }
    self.jobs = jobs
  }
}
