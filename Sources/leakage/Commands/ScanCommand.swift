internal import ArgumentParser
internal import Detection
internal import Findings
internal import Inputs
internal import Scanning

/// `leakage scan`.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
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
  @OptionGroup(title: "Report") var output: ReportOptions
  @OptionGroup(title: "General") var general: GeneralOptions

  func run() throws {
    var paths = input.paths
    let explained = output.explanation(movingStrayPathTo: &paths)
    var options = try general.scanOptions(try request(paths), asOf: ages.now)
    options.age = ages.age
    options.keepsStruck = explained != nil

    var report = try ScanRun.run(options)
    gate.filter(&report)
    let exit = gate.exit(for: report)
    try ReportWriter(output, exit: exit).write(report, explaining: explained)
    throw exit
  }

  private func request(_ paths: [String]) throws -> InputRequest {
    var request = InputRequest(paths: [], mode: input.mode)
    request.includesIgnored = input.includeIgnored
    if let list = input.filesFrom {
      request.paths = try FileList.read(list, separatedByNull: input.null)
      request.isFileList = true
    } else {
      request.paths = (paths.isEmpty ? ["."] : paths).map { Path($0) }
    }
    return request
  }
}
