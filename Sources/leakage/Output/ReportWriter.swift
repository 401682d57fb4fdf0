internal import Findings
internal import Glibc
internal import Reporting
internal import Scanning

/// Writes a report in every format that was asked for.
struct ReportWriter {
  private let options: ReportOptions
  private let exit: Exit
  private let jobs: Int

  /// - Parameter jobs: how many threads make a report's pieces.
  init(_ options: ReportOptions, exit: Exit, jobs: Int) {
    self.options = options
    self.exit = exit
    self.jobs = jobs
  }

  /// Writes everything; an explanation of one finding takes the place of the report.
  func write(_ report: Report, explaining id: String?) throws {
    if let id, !id.isEmpty { return try explain(report, id) }
    var requests = options.format
    if requests.isEmpty, options.sarifSplit == nil || options.output != nil {
      requests = ReportFormat.named("text").map { [FormatRequest(format: $0, file: nil)] } ?? []
    }
    for request in requests {
      let file = request.file ?? options.output
      let options = render(toFile: file != nil, explain: id != nil)
      var leftOut = 0
      try write(to: file) { take in
        leftOut = request.format.write(
          report, options, sharing: WorkSharing(jobs: jobs), to: take)
      }
      if leftOut > 0 {
        Terminal.printError(
          "leakage: \(leftOut) results were left out of \(request.format.name), the lowest-ranked, because code scanning takes no more; --sarif-split writes them all"
        )
      }
    }
    if let folder = options.sarifSplit { try split(report, into: folder) }
    let isShown = requests.contains { $0.file ?? options.output == nil }
    if !isShown, isatty(STDERR_FILENO) == 1 { tellOmissions(of: report) }
  }

  /// Where all reports go to files, what was not scanned in full is told at the terminal, too: who waits
  /// for the end need not open a report to see that parts are missing.
  private func tellOmissions(of report: Report) {
    let omissions = report.notifications.filter(\.isIncomplete)
    guard !omissions.isEmpty else { return }
    for omission in omissions.prefix(Self.mostOmissions) {
      let place = omission.origin.map { "\(Visible.text($0.fullPath.bytes)): " } ?? ""
      Terminal.printError("leakage: not scanned in full: \(place)\(omission.message)")
    }
    if omissions.count > Self.mostOmissions {
      Terminal.printError(
        "leakage: not scanned in full: \(omissions.count - Self.mostOmissions) more, which the report names"
      )
    }
  }

  /// How many omissions are told by name.
  private static let mostOmissions = 10

  private func render(toFile: Bool, explain: Bool) -> RenderOptions {
    var rendering = RenderOptions(
      color: !toFile && Terminal.isColored(options.color ?? .auto),
      width: toFile ? 100 : Terminal.width,
      explain: explain, exitCode: Int(exit.rawValue))
    rendering.groupBy = options.groupBy ?? .file
    return rendering
  }

  private func explain(_ report: Report, _ id: String) throws {
    let text: [UInt8]
    do throws(ExplanationError) {
      text = try Explanation.render(
        report, findingID: id, render(toFile: options.output != nil, explain: true))
    } catch {
      let hint = "; --explain goes with the paths and options of the scan that told the id"
      throw Failure.usage("\(error)" + hint)
    }
    try write(text, to: options.output)
  }

  private func split(_ report: Report, into folder: String) throws {
    if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw Failure.internalError("cannot make the folder \(folder)")
    }
    let files = SARIFReport.split(report, render(toFile: true, explain: false))
    for (index, file) in files.enumerated() {
      try write(file, to: "\(folder)/leakage-\(index + 1).sarif")
    }
  }

  private func write(_ bytes: [UInt8], to file: String?) throws {
    try write(to: file) { take in take(bytes) }
  }

  private func write(
    to file: String?, _ body: (_ take: ([UInt8]) -> Void) -> Void
  ) throws {
    if let file {
      do throws(OutputError) {
        try OutputFile.write(to: Path(file), body)
      } catch {
        throw Failure.internalError("\(error)")
      }
      return
    }
    var failure: Int32?
    body { piece in
      if failure == nil { failure = Terminal.write(piece, to: STDOUT_FILENO) }
    }
    // Whoever closed the pipe has seen enough: that is no error of the scan.
    guard let failure, failure != EPIPE else { return }
    let text = unsafe String(cString: strerror(failure))
    throw Failure.internalError("cannot write to standard output: \(text)")
  }
}
