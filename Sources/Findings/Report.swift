/// What was covered.
public struct Coverage: Sendable, Hashable {
  /// Files, index entries and standard inputs read.
  public var files = 0
  /// Distinct blobs of histories read.
  public var blobs = 0
  /// Archives and compressed files opened, nested ones too.
  public var archives = 0
  /// Archive members read.
  public var members = 0
  /// Commits walked for ages.
  public var commits = 0
  /// Bytes scanned, after decompression.
  public var bytes = 0
  /// Inputs that were not scanned, or not in full.
  public var notScanned = 0

  /// Nothing yet.
  public init() {}

  /// Adds another coverage.
  public static func += (left: inout Coverage, right: Coverage) {
    left.files += right.files
    left.blobs += right.blobs
    left.archives += right.archives
    left.members += right.members
    left.commits += right.commits
    left.bytes += right.bytes
    left.notScanned += right.notScanned
  }
}

/// A candidate that was struck out, kept when the user asked for explanations.
public struct StruckCandidate: Sendable {
  /// The rule that proposed it.
  public let ruleID: String
  /// Why it was struck out.
  public let strike: Strike
  /// What decided, in words that hold no secret.
  public let detail: String
  /// Where it stood.
  public let location: Location

  /// A struck candidate.
  public init(ruleID: String, strike: Strike, detail: String, location: Location) {
    self.ruleID = ruleID
    self.strike = strike
    self.detail = detail
    self.location = location
  }
}

/// The result of one scan: SARIF's run.
public struct Report: Sendable {
  /// The version of leakage.
  public var toolVersion: String
  /// What was scanned: `tree`, `staged`, `range`, `history`, `logs`.
  public var mode: String
  /// The clock that ages and verdicts were computed with.
  public var asOf: Timestamp
  /// The places that the user asked to scan.
  public var roots: [Root]
  /// How many rules were in force.
  public var rulesInForce = 0
  /// The findings, by root, path, member and offset.
  public var findings: [Finding]
  /// How many candidates were struck out, by reason.
  public var strikes: [Strike: Int]
  /// The struck candidates themselves, if asked for.
  public var struck: [StruckCandidate]
  /// The names that CI systems masked, by job, if asked for.
  public var masked: [MaskedName]
  /// What a reader must know about the scan.
  public var notifications: [Notification]
  /// What was covered.
  public var coverage: Coverage
  /// Which ages were computed: `full`, `config` or `none`.
  public var ageScope: String

  /// Where the configuration came from, such as `.leakage.yml` or `main:.leakage.yml`; `nil` if there
  /// was none.
  public var configuration: String?
  /// How many findings were hidden, by what hides them.
  public var suppressions: [Suppression: Int] = [:]
  /// What a comparison with a baseline came to; `nil` without one.
  public var baseline: BaselineComparison?
  /// The rules of the gate that were in force, as they are written.
  public var gate: [String] = []

  /// An empty report.
  public init(toolVersion: String, mode: String, asOf: Timestamp, ageScope: String) {
    self.toolVersion = toolVersion
    self.mode = mode
    self.asOf = asOf
    self.ageScope = ageScope
    self.roots = []
    self.findings = []
    self.strikes = [:]
    self.struck = []
    self.masked = []
    self.notifications = []
    self.coverage = Coverage()
  }

  /// Whether something that was asked for was not scanned in full.
  public var isIncomplete: Bool { notifications.contains { $0.isIncomplete } }
}
