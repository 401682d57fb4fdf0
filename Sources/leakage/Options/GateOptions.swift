public import ArgumentParser
public import Findings

/// What fails the run.
struct GateOptions: ParsableArguments {
  /// What an incomplete scan does to the exit status.
  enum Incomplete: String, CaseIterable, ExpressibleByArgument {
    case ok, fail
  }

  @Option(
    help: ArgumentHelp(
      "The lowest severity that fails the run: note, warning or error.", valueName: "severity"))
  var failOn: Severity = .warning

  @Option(
    help: ArgumentHelp(
      "The lowest severity that is reported: note, warning or error.", valueName: "severity"))
  var minSeverity: Severity = .note

  @Option(
    help: ArgumentHelp(
      "ok: an incomplete scan does not fail the run. fail: it exits 3 even if there are findings.",
      valueName: "ok|fail"))
  var incomplete: Incomplete?

  @Flag(help: "Exit 0 even if there are findings, for a step that only uploads a report.")
  var exitZero = false

  /// The exit code of a report.
  func exit(for report: Report) -> Exit {
    if report.isIncomplete, incomplete == .fail { return .incomplete }
    if !exitZero, report.findings.contains(where: { $0.severity >= failOn }) { return .findings }
    return report.isIncomplete && incomplete != .ok ? .incomplete : .clean
  }
}

extension Severity: ExpressibleByArgument {
  /// A severity from its name on the command line.
  public init?(argument: String) { self.init(name: argument) }
  /// The names, for help and completions.
  public static var allValueStrings: [String] { allCases.map(\.name) }
  /// The name, for help.
  public var defaultValueDescription: String { name }
}
