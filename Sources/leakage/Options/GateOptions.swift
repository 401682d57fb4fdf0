internal import ArgumentParser
internal import Findings

/// What fails the run.
struct GateOptions: ParsableArguments {
  /// A severity by its name. ``Severity`` itself has numbers behind its cases, which help would show.
  enum Level: String, CaseIterable, ExpressibleByArgument {
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
  enum Sureness: String, CaseIterable, ExpressibleByArgument {
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
  enum Incomplete: String, CaseIterable, ExpressibleByArgument {
    case ok, fail
  }

  @Option(
    help: ArgumentHelp(
      "The lowest severity that fails the run.", valueName: "severity"))
  var failOn: Level = .warning

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

  /// Whether a finding fails the run.
  func fails(_ finding: Finding) -> Bool {
    finding.severity >= failOn.severity
      && (includeUnreachable || finding.age?.basis != .unreachable)
  }

  /// The exit code of a report.
  func exit(for report: Report) -> Exit {
    if report.isIncomplete, incomplete == .fail { return .incomplete }
    if !exitZero, report.findings.contains(where: fails) { return .findings }
    return report.isIncomplete && incomplete != .ok ? .incomplete : .clean
  }
}
