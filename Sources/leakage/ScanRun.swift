internal import Findings
internal import Git
internal import Inputs
internal import Rules
internal import Scanning

/// Runs a scan and turns its errors into messages and exit codes.
enum ScanRun {
  static func run(_ options: ScanOptions, rules: RuleList) throws -> Report {
    var options = options
    let line = ProgressLine.onTerminal()
    if let line { options.progress = { line.show($0) } }
    defer { line?.clear() }
    let scan = Scan(rules: rules, options: options)
    do throws(InputError) {
      return try scan.run()
    } catch {
      switch error {
      case .git(.badRange), .git(.badRevision), .git(.refused(.indexOutside, _)), .missing,
        .unreadable, .noRepository:
        throw Failure.usage("\(error)")
      case .git: throw Failure.internalError("\(error)")
      }
    }
  }
}
