internal import Findings
internal import YAML

/// Runs all checks over one file.
enum WorkflowChecks {
  /// The weaknesses of a file, in order, each place once a rule.
  ///
  /// - Parameters:
  ///   - tree: the documents of the file; of none for Groovy.
  ///   - scripts: the scripts that the dialect's sites name, with their places.
  ///   - given: the jobs that other files give secrets to.
  static func weaknesses(
    of tree: [YAMLNode], _ file: [UInt8], _ dialect: Dialect, _ scripts: [PlacedScript],
    _ assignments: [Assignment], given: Set<String?> = []
  ) -> [Weakness] {
    var weaknesses: [Weakness] = []
    if dialect.isGitHub {
      let mentions = SecretMentions(in: file)
      for root in tree { weaknesses += gitHub(GitHubModel(root, in: file, mentions)) }
    } else {
      let all = scripts.map { $0.read() }
      let jobs: Set<String?>
      if dialect.name == Dialect.gitLabCI.name {
        let holders = GitLabReferences.holders(all, scripts, in: tree)
        jobs = GitLabReferences.closed(holders, in: tree).union(given)
      } else {
        // One script that reads a secret shows that the others of its job have it, too.
        jobs = Set(zip(all, scripts).filter(\.0.readsSecrets).map(\.1.place.job))
      }
      for (script, placed) in zip(all, scripts) {
        script.hasSecrets = jobs.contains(placed.place.job)
        weaknesses += Self.weaknesses(of: script)
      }
      weaknesses += staticCloudVariables(scripts, tree)
    }
    for assignment in assignments {
      let isPart = assignment.kind == .mixed
      guard isPart || assignment.kind == .literal || assignment.kind == .reference else { continue }
      for check in WorkflowCheck.ofValues(named: assignment.name) {
        guard check.dialect == nil || check.dialect == dialect.name, check.takesParts || !isPart,
          let reason = check.examine(assignment)
        else { continue }
        weaknesses.append(
          Weakness(ruleID: check.ruleID, range: assignment.range, reasons: [reason]))
      }
    }
    return ordered(
      weaknesses + SharedValue.weaknesses(assignments) + OldCiphertext.weaknesses(assignments))
  }

  private static func gitHub(_ model: GitHubModel) -> [Weakness] {
    var weaknesses = model.concernsSecrets ? WorkflowWideChecks.weaknesses(model) : []
    let variables = SecretVariables().within(model.variables)
    for job in model.jobs {
      let hasSecrets = !variables.isEmpty || job.readsSecrets
      let held = variables.within(job.variables)
      for step in job.steps {
        for check in WorkflowCheck.ofSteps {
          weaknesses += check.examine(step, job).map {
            Weakness(ruleID: check.ruleID, range: $0.range, reasons: $0.reasons)
          }
        }
        guard let run = step.run, hasSecrets || WorkflowCheck.mayNeed(run.bytes) else { continue }
        weaknesses += Self.weaknesses(
          of: Script(
            run.source, step.language, place: "the step",
            environment: held.within(step.variables), trustsNames: false, hasSecrets: hasSecrets))
      }
    }
    return weaknesses
  }

  private static func weaknesses(of script: Script) -> [Weakness] {
    WorkflowCheck.ofScripts.flatMap { check -> [Weakness] in
      let isNeeded =
        switch check.need {
        case .secretInJob: script.hasSecrets
        case .secretInScript: script.readsSecrets
        case .words(let words):
          words.contains { script.text.firstOffset(of: $0, from: 0) != nil }
        }
      guard isNeeded else { return [] }
      return check.examine(script).map {
        Weakness(ruleID: check.ruleID, range: $0.range, reasons: $0.reasons)
      }
    }
  }

  /// Static keys of clouds that scripts read where nothing asks for an OIDC token.
  ///
  /// Sources: docs.gitlab.com, "id_tokens"; support.atlassian.com, "oidc: true"; circleci.com/docs,
  /// "Using OpenID Connect tokens"; buildkite.com/docs, "OIDC".
  private static func staticCloudVariables(
    _ scripts: [PlacedScript], _ tree: [YAMLNode]
  ) -> [Weakness] {
    guard !tree.contains(where: \.mentionsIdentity) else { return [] }
    return scripts.compactMap { script in
      let source = script.source
      let names = SecretReferences.variables(in: source.value[...], script.language)
      guard source.value.firstOffset(of: "OIDC", from: 0) == nil,
        source.value.firstOffset(of: "oidc", from: 0) == nil,
        let name = names.first(where: { WorkflowWideChecks.clouds.contains($0) })
      else { return nil }
      return Weakness(
        ruleID: "workflow-static-cloud-environment", range: source.range,
        reasons: ["\(script.words) uses \(name), a static credential, and asks for no OIDC token"])
    }
  }

  /// The first one of each place and rule: the others say the same of another job.
  private static func ordered(_ weaknesses: [Weakness]) -> [Weakness] {
    guard weaknesses.count > 1 else { return weaknesses }
    var seen: Set<Key> = []
    return weaknesses.filter { seen.insert(Key($0)).inserted }.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.ruleID)
        < ($1.range.lowerBound, $1.range.upperBound, $1.ruleID)
    }
  }

  private struct Key: Hashable {
    let range: Range<Int>
    let ruleID: String

    init(_ weakness: Weakness) {
      range = weakness.range
      ruleID = weakness.ruleID
    }
  }
}

extension Dialect {
  var isGitHub: Bool {
    name == Dialect.gitHubWorkflow.name || name == Dialect.gitHubAction.name
  }
}

extension YAMLNode {
  /// Whether a key asks for an OIDC token. Recurs as deep as the tree, which the YAML reader bounds.
  fileprivate var mentionsIdentity: Bool {
    entries.contains { entry in
      let key = entry.key.scalar
      return key == "id_tokens" || key == "oidc" || entry.value.mentionsIdentity
    } || elements.contains(where: \.mentionsIdentity)
  }
}
