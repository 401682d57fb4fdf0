internal import Detection
internal import Findings
internal import Scanning

/// What `.leakage.yml` and the files that it extends say; `docs/configuration.md` is its page.
struct Configuration {
  /// What is allowed; a disabled rule is an allowance of all its findings.
  var allowances: [DetectionOptions.Allowance] = []
  /// Severities for rules.
  var severities: [SeverityOverride] = []
  /// Rules that are disabled, as globs over ids.
  var disabled: [String] = []
  /// Files and folders of rules, from where the source reads.
  var rules: [String] = []
  /// The baseline, from where the source reads.
  var baseline: String?
  /// What fails the run.
  var failOn: [FailOn]?
  /// How long values may be exposed.
  var maxAge: [AgeLimit]?
  /// What fails the run in some paths.
  var paths: [Policy.PathRules] = []

  /// The file that is looked for where none is named.
  static let defaultName = ".leakage.yml"

  /// Takes over what a file that extends this one says: lists grow, single values are replaced.
  mutating func extend(by other: Configuration) {
    allowances += other.allowances
    severities += other.severities
    disabled += other.disabled
    rules += other.rules
    baseline = other.baseline ?? baseline
    failOn = other.failOn ?? failOn
    maxAge = other.maxAge ?? maxAge
    paths += other.paths
  }
}
