public import Detection
public import Findings
public import Inputs

/// How much history is read for ages.
public enum AgeScope: String, Sendable, CaseIterable {
  /// Each value is searched for in every blob of the history.
  case full
  /// Each value is searched for in the history of configuration files only.
  case config
  /// No ages.
  case none
}

/// What one scan does.
public struct ScanOptions: Sendable {
  /// What is read, and how.
  public var input: InputRequest
  /// The clock that ages and verdicts are computed with.
  public var asOf: Timestamp
  /// How much history is read for ages.
  public var age = AgeScope.full
  /// A private key under which ages are kept in the git directory for the next run; `nil` to keep none.
  public var ageCacheKey: [UInt8]?
  /// What is said of those who wrote a value into a repository.
  public var authors = Authors.none
  /// How many threads work.
  public var jobs = 1
  /// Delays and reorders the work; for tests that show that no output depends on its order.
  public var seed: UInt64?
  /// Whether struck candidates are kept for explanations.
  public var keepsStruck = false
  /// Takes how far the scan has come, from one thread at a time; must be quick.
  public var progress: (@Sendable (ScanProgress) -> Void)?
  /// Whether the places of masked values are kept for an inventory.
  public var keepsMasked = false
  /// Allowlists and inline allows.
  public var detection: DetectionOptions
  /// A private key for fingerprints of values; without one, reports carry fingerprints of places
  /// only.
  public var fingerprintKey: [UInt8]?
  /// The folder whose configuration was found, absolute and without links: what the configuration says
  /// is for that folder's own root only. `nil` for one that the user named, which is for all roots.
  public var configurationFolder: Path?
  /// Where the configuration came from; the report names it.
  public var configurationName: String?
  /// Severities that the configuration gives.
  public var severities: [SeverityOverride] = []
  /// What is known and accepted.
  public var baseline: Baseline?
  /// What fails the run.
  public var policy = Policy()
  /// Findings below this confidence are left out.
  public var minimumConfidence = Confidence.low
  /// The version that the report names.
  public var toolVersion: String

  /// Options for an input at a moment.
  public init(
    input: InputRequest, asOf: Timestamp, detection: DetectionOptions, toolVersion: String
  ) {
    self.input = input
    self.asOf = asOf
    self.detection = detection
    self.toolVersion = toolVersion
  }
}
