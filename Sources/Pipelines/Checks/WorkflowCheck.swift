internal import Findings

/// A question about how a pipeline treats its secrets. Each has a rule of the same id in the
/// catalogue, which says what it means and what to do.
enum WorkflowCheck {
  /// About a step of a GitHub workflow.
  struct OfStep: Sendable {
    let ruleID: String
    let examine: @Sendable (GitHubModel.Step, GitHubModel.Job) -> [Sighting]
  }

  /// About a script of any system.
  struct OfScript: Sendable {
    let ruleID: String
    /// Without it the check has nothing to say.
    let need: Need
    let examine: @Sendable (Script) -> [Sighting]
  }

  /// What a check of scripts looks at.
  enum Need: Sendable {
    /// A job that has a secret.
    case secretInJob
    /// A script that reads one.
    case secretInScript
    /// A script with one of some words.
    case words([StaticString])
  }

  /// About a named value of any system.
  struct OfValue: Sendable {
    let ruleID: String
    /// The name of the dialect whose values are meant; `nil` for those of all.
    let dialect: String?
    let examine: @Sendable (Assignment) -> String?

    init(
      ruleID: String, dialect: String? = nil, examine: @escaping @Sendable (Assignment) -> String?
    ) {
      self.ruleID = ruleID
      self.dialect = dialect
      self.examine = examine
    }
  }

  /// Where something was seen, in the file's bytes, and what.
  struct Sighting {
    let range: Range<Int>
    let reasons: [String]

    init(_ range: Range<Int>, _ reasons: String...) {
      self.range = range
      self.reasons = reasons
    }
  }

  static let ofSteps: [OfStep] = [
    .staticAWSKey, .staticGoogleKey, .staticAzureSecret, .staticVaultToken,
    .staticRegistryPassword, .storedPublishToken, .longSession, .credentialsInArtifact,
    .secretInCondition, .tracingShell,
  ]

  static let ofScripts: [OfScript] = [
    .printedEnvironment, .tracedCommands, .printedSecret, .encodedSecret, .secretOnCommandLine,
    .secretInOutput, .unmaskedFetch, .commandDebugging, .storedPublishCommand,
    .longSessionCommand, .pinnedVersionCommand,
  ]

  static let ofValues: [OfValue] = [
    .debugSwitch, .pinnedVersion, .legacyServiceAccountToken, .longLivedToken, .longJob,
    .storedCredentialPath,
  ]

  /// The ids of the rules that checks report under.
  static var ruleIDs: Set<String> {
    Set(
      ofSteps.map(\.ruleID) + ofScripts.map(\.ruleID) + ofValues.map(\.ruleID)
        + WorkflowWideChecks.ruleIDs + [SharedValue.ruleID, OldCiphertext.ruleID])
  }
}
