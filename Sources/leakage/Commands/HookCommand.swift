internal import ArgumentParser
internal import Findings
internal import Inputs
internal import Reporting
internal import Scanning

/// `leakage hook`: what a pre-commit hook calls.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Scan the staged change, as a pre-commit hook does.",
    usage: "leakage hook [<options>]",
    discussion: """
      Reads the index entries that differ from HEAD, not the working tree, and exits 1 if one of \
      them holds a secret. To let one pass, add the comment that the report names to its line.
      """)

  @OptionGroup(title: "Gate") var gate: GateOptions
  @OptionGroup(title: "General") var general: GeneralOptions

  func run() throws {
    let request = InputRequest(paths: [Path(".")], mode: .staged)
    var options = try general.scanOptions(request, asOf: AgeOptions.clock)
    // What is about to be committed is new, and a hook must be fast.
    options.age = .none

    var report = try ScanRun.run(options)
    gate.filter(&report)
    let exit = gate.exit(for: report)
    guard let first = report.findings.first else {
      if report.isIncomplete { show(report) }
      throw exit
    }
    show(report)
    Terminal.printError(
      "A secret in a commit must be rotated even if the commit is undone. To let a false one pass, "
        + "add a comment to its line, such as: leakage:allow \(first.rule.id) reason=\"…\"")
    throw exit
  }

  private func show(_ report: Report) {
    guard let format = ReportFormat.named("text") else { return }
    let options = RenderOptions(color: Terminal.isColored(.auto), width: Terminal.width)
    _ = Terminal.write(format.render(report, options).bytes, to: 1)
  }
}
