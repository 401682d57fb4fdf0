internal import ArgumentParser
internal import Findings
internal import Scanning

/// What fails the run.
struct GateOptions: ParsableArguments {
  /// A severity by its name. ``Severity`` itself has numbers behind its cases, which help would show.
  enum Level: String, OptionWord {
    case note, warning, error

    var severity: Severity {
      switch self {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    }
  }

  /// A confidence by its name.
  enum Sureness: String, OptionWord {
    case low, medium, high

    var confidence: Confidence {
      switch self {
      case .low: .low
      case .medium: .medium
      case .high: .high
      }
    }
  }

  /// What an incomplete scan does to the exit status.
  enum Incomplete: String, OptionWord {
    case ok, fail
  }

  @Option(
    help: ArgumentHelp(
      "What fails the run: note, warning (the default) or error and worse; new, alive or unrotated. Several with commas, or repeated.",
      valueName: "what"),
    transform: Self.failOn)
  var failOn: [[FailOn]] = []

  @Option(
    help: ArgumentHelp(
      "Fail on what has been exposed for longer: 90d, or static=30d,password=90d by class, word of a rule's id, or glob.",
      valueName: "limit"),
    transform: Self.maxAge)
  var maxAge: [[AgeLimit]] = []

  @Option(
    help: ArgumentHelp(
      "Known findings, which fail nothing but --max-age; see leakage baseline.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "The lowest severity that is reported.", valueName: "severity"))
  var minSeverity: Level = .note

  @Option(
    help: ArgumentHelp(
      "The lowest confidence that is reported.", valueName: "confidence"))
  var minConfidence: Sureness = .low

  @Option(
    help: ArgumentHelp(
      "ok: an incomplete scan does not fail the run. fail: it exits 3 even if there are findings.",
      valueName: "ok|fail"))
  var incomplete: Incomplete?

  @Flag(help: "Exit 0 even if there are findings, for a step that only uploads a report.")
  var exitZero = false

  @Flag(
    help: "Let findings fail the run that stand only in objects of a history that no ref reaches.")
  var includeUnreachable = false

  /// Leaves out of a report what is below `--min-severity` or `--min-confidence`.
  func filter(_ report: inout Report) {
    report.findings.removeAll {
      $0.severity < minSeverity.severity || $0.confidence < minConfidence.confidence
    }
  }

  /// The rules of the gate: the command line's, else the configuration's, else every warning.
  func policy(_ configuration: Configuration) -> Policy {
    var policy = Policy()
    policy.includesUnreachable = includeUnreachable
    let failOn = failOn.isEmpty ? nil : failOn.flatMap { $0 }
    let maxAge = maxAge.isEmpty ? nil : maxAge.flatMap { $0 }
    policy.standard.failOn = failOn ?? policy.standard.failOn
    policy.standard.maxAge = maxAge ?? []
    policy.configured = Policy.Rules(
      failOn: failOn ?? configuration.failOn ?? policy.standard.failOn,
      maxAge: maxAge ?? configuration.maxAge ?? [])
    policy.paths = configuration.paths.map {
      $0.replacing(failOn: failOn, maxAge: maxAge)
    }
    return policy
  }

  /// The exit code of a report.
  func exit(for report: Report) -> Exit {
    if report.isIncomplete, incomplete == .fail { return .incomplete }
    if !exitZero, report.findings.contains(where: { !$0.breaches.isEmpty }) { return .findings }
    return report.isIncomplete && incomplete != .ok ? .incomplete : .clean
  }

  private static func failOn(_ text: String) throws -> [FailOn] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let one = FailOn(String(word)) else {
        throw ValidationError("--fail-on takes \(FailOn.expected).")
      }
      return one
    }
  }

  private static func maxAge(_ text: String) throws -> [AgeLimit] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let limit = AgeLimit(String(word)) else {
        throw ValidationError("--max-age takes limits such as 90d, or static=30d,password=90d.")
      }
      return limit
    }
  }
}
