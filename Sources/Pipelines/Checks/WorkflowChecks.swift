internal import Findings
internal import YAML

/// Runs all checks over one file.
enum WorkflowChecks {
  /// The weaknesses of a file, in order, each place once a rule.
  ///
  /// - Parameters:
  ///   - tree: the documents of the file; of none for Groovy.
  ///   - scripts: the scripts that the dialect's sites name, with their places.
  static func weaknesses(
    of tree: [YAMLNode], _ file: [UInt8], _ dialect: Dialect, _ scripts: [(ScalarSource, Place)],
    _ assignments: [Assignment]
  ) -> [Weakness] {
    var weaknesses: [Weakness] = []
    if dialect.isGitHub {
      for root in tree { weaknesses += gitHub(GitHubModel(root, in: file)) }
    } else {
      let all = scripts.map { source, place in
        Script(
          source, place: words(place), trustsNames: true, hasSecrets: false)
      }
      // One script that reads a secret shows that the others of its job have it, too.
      let jobs = Set(zip(all, scripts).filter(\.0.hasSecrets).map { $0.1.1.job })
      for (source, place) in scripts {
        weaknesses += Self.weaknesses(
          of: Script(
            source, place: words(place), trustsNames: true, hasSecrets: jobs.contains(place.job)))
      }
      weaknesses += staticCloudVariables(scripts, tree)
    }
    for assignment in assignments where assignment.kind == .literal || assignment.kind == .reference
    {
      for check in WorkflowCheck.ofValues {
        guard let reason = check.examine(assignment) else { continue }
        weaknesses.append(
          Weakness(ruleID: check.ruleID, range: assignment.range, reasons: [reason]))
      }
    }
    return ordered(weaknesses)
  }

  private static func gitHub(_ model: GitHubModel) -> [Weakness] {
    var weaknesses = WorkflowWideChecks.weaknesses(model)
    for job in model.jobs {
      let hasSecrets =
        !(model.variables + job.allFields).allSatisfy { $0.secrets.isEmpty }
      for step in job.steps {
        for check in WorkflowCheck.ofSteps {
          weaknesses += check.examine(step, job).map {
            Weakness(ruleID: check.ruleID, range: $0.range, reasons: $0.reasons)
          }
        }
        guard let run = step.run else { continue }
        var bound: [String: [String]] = [:]
        for field in model.variables + job.variables + step.variables {
          bound[field.name] = field.secrets.isEmpty ? nil : field.secrets
        }
        weaknesses += Self.weaknesses(
          of: Script(
            run.source, place: "step \"\(step.name)\"", bound: bound, trustsNames: false,
            hasSecrets: hasSecrets))
      }
    }
    return weaknesses
  }

  private static func weaknesses(of script: Script) -> [Weakness] {
    WorkflowCheck.ofScripts.flatMap { check in
      check.examine(script).map {
        Weakness(ruleID: check.ruleID, range: $0.range, reasons: $0.reasons)
      }
    }
  }

  /// Static keys of clouds that scripts read where nothing asks for an OIDC token.
  ///
  /// Sources: docs.gitlab.com, "id_tokens"; support.atlassian.com, "oidc: true"; circleci.com/docs,
  /// "Using OpenID Connect tokens"; buildkite.com/docs, "OIDC".
  private static func staticCloudVariables(
    _ scripts: [(ScalarSource, Place)], _ tree: [YAMLNode]
  ) -> [Weakness] {
    guard !tree.contains(where: { $0.mentionsIdentity(depth: 12) }) else { return [] }
    return scripts.compactMap { source, place in
      let names = SecretReferences.variables(in: source.value[...])
      guard source.value.firstOffset(of: "OIDC", from: 0) == nil,
        source.value.firstOffset(of: "oidc", from: 0) == nil,
        let name = names.first(where: { WorkflowWideChecks.clouds.contains($0) })
      else { return nil }
      return Weakness(
        ruleID: "workflow-static-cloud-environment", range: source.range,
        reasons: ["\(words(place)) uses \(name), a static credential, and asks for no OIDC token"])
    }
  }

  private static func words(_ place: Place) -> String {
    if let step = place.step { return "step \"\(step)\"" }
    return place.job.map { "job \"\($0)\"" } ?? place.keyPath ?? "the script"
  }

  private static func ordered(_ weaknesses: [Weakness]) -> [Weakness] {
    var seen: Set<Key> = []
    return weaknesses.filter { seen.insert(Key($0)).inserted }.sorted {
      ($0.range.lowerBound, $0.ruleID) < ($1.range.lowerBound, $1.ruleID)
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
  /// Whether a key asks for an OIDC token.
  fileprivate func mentionsIdentity(depth: Int) -> Bool {
    guard depth > 0 else { return false }
    return entries.contains { entry in
      let key = entry.key.scalar
      return key == "id_tokens" || key == "oidc" || entry.value.mentionsIdentity(depth: depth - 1)
    } || elements.contains { $0.mentionsIdentity(depth: depth - 1) }
  }
}
