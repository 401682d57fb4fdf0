internal import ArgumentParser
internal import Detection
internal import Findings
internal import Inputs
internal import Rules
internal import Scanning

/// `leakage scan`.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", _superCommandName: "leakage",
    abstract: "Scan repositories, folders, files and archives of CI logs.",
    discussion: """
      What a path is, is seen from its content: a repository (tracked and untracked files that git \
      does not ignore), a folder, an archive (zip, tar, gz, bz2, xz, zst, 7z, nested), a pipeline \
      file, a log, or any other file. Results go to standard output, everything else to standard \
      error.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Ages") var ages: AgeOptions
  @OptionGroup(title: "Gate") var gate: GateOptions
  @OptionGroup(title: "Settings") var settings: SettingsOptions
  @OptionGroup(title: "Report") var output: ReportOptions
  @OptionGroup(title: "General") var general: GeneralOptions

  func run() throws {
    var paths = input.paths
    let explained = output.explanation(movingStrayPathTo: &paths)
    let request = try input.request(paths)
    let settings = try Settings.load(self.settings, near: request.place)
    var options = try general.scanOptions(
      request, asOf: ages.now, settings, ignoresInlineAllow: self.settings.noInlineAllow)
    options.age = ages.age
    options.authors = ages.authors ?? Authors.none
    if !ages.isWithoutCache, ages.age == .full { options.ageCacheKey = UserKey.get() }
    options.keepsStruck = explained != nil
    options.baseline = try settings.baseline(gate.baseline, key: options.fingerprintKey)
    options.policy = gate.policy(settings.configuration)
    try check(options)

    var report = try ScanRun.run(
      options,
      rules: input.wideWindows ? RuleList(settings.rules.map(\.withWideWindow)) : settings.rules)
    if let note = settings.note { report.notifications.append(note) }
    gate.filter(&report)
    let exit = gate.exit(for: report)
    try ReportWriter(output, exit: exit, jobs: options.jobs).write(report, explaining: explained)
    throw exit
  }

  /// Gates that would pass without having looked.
  private func check(_ options: ScanOptions) throws {
    if options.policy.limitsAge, options.age == .none {
      throw Failure.usage("a limit of ages (max-age) needs ages; leave out --age none")
    }
    if options.policy.asks(.new), options.baseline == nil, !isChange(options) {
      throw Failure.usage("--fail-on new needs a --baseline, or a change: --range or --staged")
    }
  }

  /// Whether only a change is read, in which everything is new.
  private func isChange(_ options: ScanOptions) -> Bool {
    switch options.input.mode {
    case .staged, .range: true
    case .tree, .history: false
    }
  }
}
