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
    /// The names of the values that are meant; of none, those of all.
    let names: Set<String>
    /// The name of the dialect whose values are meant; `nil` for those of all.
    let dialect: String?
    /// Whether the literal part of a value with lookups counts as the value.
    let takesParts: Bool
    let examine: @Sendable (Assignment) -> String?

    init(
      ruleID: String, names: Set<String>, dialect: String? = nil, takesParts: Bool = false,
      examine: @escaping @Sendable (Assignment) -> String?
    ) {
      self.ruleID = ruleID
      self.names = names
      self.takesParts = takesParts
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

  /// The checks of values that have something to say of this name.
  static func ofValues(named name: String) -> [OfValue] {
    let length = name.utf8.count
    guard length < 64, nameLengths & 1 << UInt64(length) != 0 else { return ofAnyValue }
    return ofNamedValues[name] ?? ofAnyValue
  }

  private static let ofAnyValue = ofValues.filter(\.names.isEmpty)
  private static let ofNamedValues = ofValues.reduce(into: [String: [OfValue]]()) { found, check in
    for name in check.names { found[name, default: ofAnyValue].append(check) }
  }
  /// Bit n is set if a name has n bytes.
  private static let nameLengths = ofNamedValues.keys.reduce(into: UInt64(0)) {
    $0 |= 1 << UInt64($1.utf8.count)
  }

  /// Whether a script of a job without secrets may concern a check: one of these stands in all words
  /// that checks need.
  static func mayNeed(_ script: ArraySlice<UInt8>) -> Bool {
    hints.contains { script.firstOffset(of: $0) != nil }
  }

  static let hints: [StaticString] = [
    "secret", "token", "vault", " sts ", "ssm get", "op read", "ecr get",
  ]

  /// The ids of the rules that checks report under.
  static var ruleIDs: Set<String> {
    Set(
      ofSteps.map(\.ruleID) + ofScripts.map(\.ruleID) + ofValues.map(\.ruleID)
        + WorkflowWideChecks.ruleIDs + [SharedValue.ruleID, OldCiphertext.ruleID])
  }
}
