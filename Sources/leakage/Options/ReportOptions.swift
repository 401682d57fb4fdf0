internal import ArgumentParser
internal import Findings
public import Reporting

/// What to write, and where.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A report: text, json, jsonl, sarif, html, csv, gitlab or junit; NAME=FILE writes it to a file. May be repeated.",
      valueName: "name[=file]"))
  var format: [FormatRequest] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the one report to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write SARIF as several files of at most 25,000 results into a folder.", valueName: "folder"),
    completion: .directory)
  var sarifSplit: String?

  @Option(
    defaultAsFlag: "",
    help: ArgumentHelp(
      "Explain the finding with this id: why it fired, what was struck out, how to revoke and allow it. Without an id: explain all.",
      valueName: "id"))
  var explain: String?

  @Option(
    help: ArgumentHelp(
      "By what a text report is divided: the value wherever it stands, the file (the default), or the rule.",
      valueName: "secret|file|rule"))
  var groupBy: RenderOptions.Grouping?

  @Option(help: ArgumentHelp("auto (the default), always or never.", valueName: "when"))
  var color: Terminal.Color?

  /// What to explain: a finding's id, everything (empty), or nothing.
  ///
  /// `--explain` takes the word behind it; one that cannot be an id
  /// of at least four digits is a path.
  func explanation(movingStrayPathTo paths: inout [String]) -> String? {
    guard let explain, !explain.isEmpty else { return explain }
    let isID = explain.utf8.count >= 4 && explain.utf8.allSatisfy { Hex.value(of: $0) != nil }
    if isID { return explain.lowercased() }
    paths.append(explain)
    return ""
  }

  func validate() throws {
    if output != nil, format.count > 1 {
      throw ValidationError(
        "-o goes with one --format; write several as --format sarif=out.sarif --format text.")
    }
    if output != nil, format.first?.file != nil {
      throw ValidationError("the report's file is given twice, by -o and by --format.")
    }
  }
}

/// A format, and the file it goes to.
struct FormatRequest: ExpressibleByArgument {
  let format: ReportFormat
  let file: String?

  init(format: ReportFormat, file: String?) {
    self.format = format
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = ReportFormat.all.first(where: { $0.name == parts[0] }) else { return nil }
    self.init(format: format, file: parts.count > 1 ? String(parts[1]) : nil)
    if file == "" { return nil }
  }

  static var allValueStrings: [String] { ReportFormat.all.map(\.name) }
}

extension Terminal.Color: OptionWord {}

extension RenderOptions.Grouping: OptionWord {}
