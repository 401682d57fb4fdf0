internal import ArgumentParser
internal import Findings
internal import Inputs

/// What to scan.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What to scan: repositories, folders, files, archives, or - for standard input.",
      discussion: "Without a path: the folder you are in.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Flag(help: "Scan every blob of the repository's history, all refs and unreachable objects too.")
  var history = false

  @Flag(help: "Scan what is staged: the index entries that differ from HEAD.")
  var staged = false

  @Option(help: ArgumentHelp("Scan what a range of commits adds.", valueName: "A..B"))
  var range: String?

  @Flag(help: "Scan files that git ignores, too.")
  var includeIgnored = false

  @Flag(help: "Hold the hash of every object of a history against its name.")
  var verifyObjects = false

  @Flag(
    help: ArgumentHelp(
      "Let git read every blob of a history, and scan each as a whole: slow, and finds the same.",
      visibility: .hidden))
  var noDelta = false

  @Flag(
    help: ArgumentHelp(
      "Let patterns see sixteen times as much around their keywords: slow, and finds the same.",
      visibility: .hidden))
  var wideWindows = false

  @Option(
    help: ArgumentHelp(
      "Scan the paths listed in a file, one a line; - reads the list from standard input.",
      valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "The list of --files-from is separated by NUL bytes.")
  var null = false

  func validate() throws {
    let modes = [history, staged, range != nil, filesFrom != nil].filter { $0 }.count
    if modes > 1 {
      throw ValidationError("Choose one of --history, --staged, --range and --files-from.")
    }
    if let range, range.hasPrefix("..") || range.hasSuffix("..") {
      // git takes a missing end for HEAD. In a CI job, it is a variable that was not set, and the
      // gate would pass on an empty range.
      throw ValidationError("--range needs a commit on both sides of the dots: A..B.")
    }
    if null, filesFrom == nil { throw ValidationError("-0 goes with --files-from.") }
    if filesFrom != nil, !paths.isEmpty {
      throw ValidationError("--files-from replaces the paths; give one or the other.")
    }
  }

  /// The state of repositories that is read.
  var mode: InputRequest.Mode {
    if history { return .history }
    if staged { return .staged }
    return range.map { .range($0) } ?? .tree
  }

  /// What is to be read.
  ///
  /// - Parameter paths: the paths; the current folder if there is none.
  func request(_ paths: [String]) throws -> InputRequest {
    var request = InputRequest(paths: [], mode: mode)
    request.includesIgnored = includeIgnored
    request.verifiesObjects = verifyObjects
    request.scansWholeBlobs = noDelta
    if let list = filesFrom {
      request.paths = try FileList.read(list, separatedByNull: null)
      request.isFileList = true
    } else {
      request.paths = (paths.isEmpty ? ["."] : paths).map { Path($0) }
    }
    return request
  }
}

extension InputRequest {
  /// What is read first, where the repository of a `--config-from` is looked for.
  var place: Path { paths.first { $0 != Path("-") } ?? Path(".") }
}
