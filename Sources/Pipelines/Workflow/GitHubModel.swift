internal import Findings
internal import YAML

/// A value of a workflow with its name.
struct Field {
  let name: String
  let source: ScalarSource
  /// The secrets it reads, as many as a ``NameList`` holds.
  let secrets: [String]

  init(name: String, source: ScalarSource) {
    self.name = name
    self.source = source
    secrets = SecretReferences.inExpressions(of: source.value)
  }

  var text: String { String(decoding: source.value, as: UTF8.self) }
}

/// A workflow of GitHub Actions, as far as its checks look at it. Names of jobs and steps are left out:
/// people write them, secrets too, and the place of a finding tells them without.
struct GitHubModel {
  let triggers: [Field]
  let variables: [Field]
  let jobs: [Job]

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

    init(
      canIdentify: Bool, variables: [Field], steps: [Step], inherits: Field?, condition: Field?
    ) {
      self.canIdentify = canIdentify
      self.variables = variables
      self.steps = steps
      self.inherits = inherits
      self.condition = condition
      keepsToken = steps.contains(where: \.keepsToken)
      heldNames = Set(variables.lazy.filter { !$0.secrets.isEmpty }.map(\.name))
    }
  }

  struct Step {
    /// The action without its version: `actions/checkout`.
    let action: String
    let uses: Field?
    let inputs: [Field]
    let variables: [Field]
    let run: Field?
    let shell: Field?
    let language: ScriptLanguage
    let condition: Field?

    /// The input of a name, in any case.
    func input(_ name: String) -> Field? {
      inputs.first { $0.name.lowercased() == name }
    }
  }
}

extension GitHubModel {
  /// The model of a workflow, or of a composite action, whose steps are one job.
  init(_ root: YAMLNode, in file: [UInt8]) {
    func field(_ node: YAMLNode?, _ name: String) -> Field? {
      guard let node, case .scalar(let scalar) = node.content, scalar.count > 0 else { return nil }
      return Field(name: name, source: ScalarSource(scalar, in: file))
    }
    func fields(_ node: YAMLNode?) -> [Field] {
      (node?.entries ?? []).compactMap { field($0.value, $0.key.scalar ?? "") }
    }
    func steps(_ node: YAMLNode?, _ outer: ScriptSetting, _ shell: Field?) -> [Step] {
      (node?.elements ?? []).map { step in
        let run = field(step["run"], "run")
        let setting = outer.within(step.entries, windows: .powerShell)
        let uses = field(step["uses"], "uses")
        let action = uses.map { String($0.text.prefix { $0 != "@" }).lowercased() } ?? ""
        return Step(
          action: action, uses: uses, inputs: fields(step["with"]),
          variables: fields(step["env"]), run: run,
          shell: field(step["shell"], "shell") ?? shell,
          language: setting.language(of: run?.source.value ?? [], under: nil),
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
