internal import ArgumentParser
internal import Findings
internal import Inputs
internal import Scanning

/// `leakage baseline`: accept what is known, so that only new findings fail.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Accept what is known, so that only new findings fail.",
    discussion: """
      A baseline holds a fingerprint of each value with its path and rule; no value, line number or \
      date. With a private key (--fingerprint-key-file) nobody can guess values from it; without one \
      a password that is easy to guess can be. scan and hook take it by --baseline, or by the key \
      baseline of .leakage.yml.
      """,
    subcommands: [Write.self, Update.self, Show.self])

  static let defaultName = ".leakage-baseline"

  /// What write and update share.
  struct Scanned: ParsableArguments {
    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Settings") var settings: SettingsOptions
    @OptionGroup(title: "General") var general: GeneralOptions

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The baseline.", valueName: "file"), completion: .file())
    var output: String = BaselineCommand.defaultName

    /// Scans without ages, which a baseline does not hold.
    func scan() throws -> (report: Report, options: ScanOptions) {
      let request = try input.request(input.paths)
      let settings = try Settings.load(self.settings, near: request.place)
      var options = try general.scanOptions(
        request, asOf: AgeOptions.clock, settings,
        ignoresInlineAllow: self.settings.noInlineAllow)
      options.age = .none
      return (try ScanRun.run(options, rules: settings.rules), options)
    }
  }

  /// `leakage baseline write`.
  struct Write: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Scan, and write what was found as a new baseline.")

    @OptionGroup var scanned: Scanned
    @Flag(help: "Replace a baseline that is there.") var force = false

    func run() throws {
      if !force, (try? FileContents.readFound(scanned.output)) != nil {
        throw Failure.usage("\(scanned.output): is there; update adds to it, --force replaces it")
      }
      let (report, options) = try scanned.scan()
      let empty = Baseline(
        name: scanned.output, scheme: .fresh(key: options.fingerprintKey), entries: [])
      let baseline = empty.accepting(
        report.findings, key: options.fingerprintKey, keepsAbsent: false, jobs: options.jobs)
      try BaselineWriter.write(baseline, over: empty, report)
    }
  }

  /// `leakage baseline update`.
  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Scan, and add what was found to a baseline.")

    @OptionGroup var scanned: Scanned
    @Flag(help: "Drop entries that the scan did not find: scan all that the baseline is for.")
    var prune = false

    func run() throws {
      let key = try scanned.general.fingerprintKey()
      let old = try BaselineWriter.read(scanned.output, key: key)
      let (report, options) = try scanned.scan()
      if prune, report.isIncomplete {
        throw Failure.usage("--prune needs a complete scan, and something could not be read")
      }
      let new = old.accepting(
        report.findings, key: options.fingerprintKey, keepsAbsent: !prune, jobs: options.jobs)
      try BaselineWriter.write(new, over: old, report)
    }
  }

  /// `leakage baseline show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say what a baseline holds.")

    @Argument(help: "The baseline.", completion: .file())
    var file: String = BaselineCommand.defaultName

    func run() throws {
      let baseline = try BaselineWriter.read(file, key: nil, checksKey: false)
      var text = ""
      for entry in baseline.entries { text += "\(entry.path)  \(entry.rule)\n" }
      let made =
        switch baseline.scheme {
        case .key(let name): "made with the private key \(name)"
        case .salt: "made without a private key: easy passwords can be guessed from it"
        }
      text += "\(BaselineWriter.counted(baseline.entries.count)), \(made)\n"
      _ = Terminal.write(Array(text.utf8), to: 1)
    }
  }
}
