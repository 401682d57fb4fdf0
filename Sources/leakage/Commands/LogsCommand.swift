internal import ArgumentParser
internal import Findings
internal import Glibc
internal import Inputs
internal import Reporting
internal import Scanning

/// `leakage logs`.
struct LogsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "What logs tell beside their secrets.",
    subcommands: [Inventory.self])

  /// `leakage logs inventory`.
  struct Inventory: ParsableCommand {
    /// How the inventory is written.
    enum Format: String, OptionWord { case text, json }

    static let configuration = CommandConfiguration(
      abstract: "List the secrets that reached each job, by the masks in its log.",
      usage: "leakage logs inventory [<options>] [<path> ...]",
      discussion: """
        A line such as "DB_PASSWORD: ***" proves that the secret DB_PASSWORD reached the step that \
        printed it. The inventory lists these names for each job, with its steps, and says where a \
        value of the same name stands in clear.
        """)

    @Argument(
      help: ArgumentHelp("Logs, archives and folders of logs.", valueName: "path"),
      completion: .file())
    var paths: [String] = ["."]

    @Option(name: .shortAndLong, help: ArgumentHelp("text or json.", valueName: "name"))
    var format = Format.text

    @OptionGroup(title: "Settings") var settings: SettingsOptions
    @OptionGroup(title: "General") var general: GeneralOptions

    func run() throws {
      let request = InputRequest(paths: paths.map { Path($0) }, mode: .tree)
      let settings = try Settings.load(self.settings, near: request.place)
      var options = try general.scanOptions(
        request, asOf: AgeOptions.clock, settings,
        ignoresInlineAllow: self.settings.noInlineAllow)
      options.age = .none
      options.keepsMasked = true
      let report = try ScanRun.run(options, rules: settings.rules)
      let inventory = Reporting.Inventory(report)
      let bytes = format == .json ? inventory.json : inventory.text
      if let failure = Terminal.write(bytes, to: 1), failure != EPIPE {
        throw Failure.internalError("cannot write to standard output")
      }
      for notification in report.notifications where notification.isIncomplete {
        let place = notification.origin.map { "\($0.fullPath): " } ?? ""
        Terminal.printError("leakage: \(place)\(notification.message)")
      }
      throw report.isIncomplete ? Exit.incomplete : Exit.clean
    }
  }
}
