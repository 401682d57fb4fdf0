internal import ArgumentParser
internal import Findings
internal import Inputs
internal import Reporting
internal import Scanning

/// `leakage hook`: what a pre-commit hook calls.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", _superCommandName: "leakage",
    abstract: "Scan the staged change, as a pre-commit hook does.",
    usage: "leakage hook [<options>]",
    discussion: """
      Reads the index entries that differ from HEAD, not the working tree, and exits 1 if one of \
      them holds a secret. To let one pass, add the comment that the report names to its line.
      """)

  @OptionGroup(title: "Gate") var gate: GateOptions
  @OptionGroup(title: "Settings") var settings: SettingsOptions
  @OptionGroup(title: "General") var general: GeneralOptions

  func run() throws {
    let request = InputRequest(paths: [Path(".")], mode: .staged)
    let settings = try Settings.load(self.settings, near: Path("."))
    var options = try general.scanOptions(
      request, asOf: AgeOptions.clock, settings, ignoresInlineAllow: self.settings.noInlineAllow)
    // What is about to be committed is new, and a hook must be fast: no ages, and no limits of them.
    options.age = .none
    options.baseline = try settings.baseline(gate.baseline, key: options.fingerprintKey)
    options.policy = gate.policy(settings.configuration).withoutAges

    var report = try ScanRun.run(options, rules: settings.rules)
    if let note = settings.note { report.notifications.append(note) }
    gate.filter(&report)
    let exit = gate.exit(for: report)
    if !report.findings.isEmpty || report.isIncomplete { show(report) }
    if let advice = advice(exit, report) { Terminal.printError(advice) }
    throw exit
  }

  /// What to do about a commit that was stopped.
  private func advice(_ exit: Exit, _ report: Report) -> String? {
    switch exit {
    case .findings:
      guard let first = report.findings.first(where: { !$0.breaches.isEmpty }) else { return nil }
      return
        "The commit was stopped. Take the secret out of the change; one that was pushed before "
        + "must be rotated, too. To let a false one pass, end its line with a comment such as: "
        + "leakage:allow \(first.rule.id) reason=\"…\""
    case .incomplete:
      return "The commit was stopped, because something in it could not be scanned in full. To let "
        + "it pass, call leakage hook --incomplete ok."
    case .clean, .usage, .failure: return nil
    }
  }

  private func show(_ report: Report) {
    guard let format = ReportFormat.named("text") else { return }
    let options = RenderOptions(color: Terminal.isColored(.auto), width: Terminal.width)
    _ = Terminal.write(format.render(report, options).bytes, to: 1)
  }
}
