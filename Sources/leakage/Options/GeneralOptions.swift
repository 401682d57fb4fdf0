internal import ArgumentParser
internal import Detection
internal import Findings
internal import Glibc
internal import Inputs
internal import Scanning

/// What all scans take.
struct GeneralOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file with a private key: reports then carry keyed fingerprints of values.",
      valueName: "file"),
    completion: .file())
  var fingerprintKeyFile: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many threads work; all cores by default.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
  }

  /// How many threads work.
  var threads: Int { jobs ?? max(1, min(256, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Options for a scan, as far as all scans share them.
  func scanOptions(
    _ input: InputRequest, asOf now: Timestamp, _ settings: Settings,
    ignoresInlineAllow: Bool
  ) throws -> ScanOptions {
    var input = input
    input.indexFile = Terminal.environment("GIT_INDEX_FILE").map { Path($0) }
    let detection = DetectionOptions(
      allowances: settings.configuration.allowances, ignoresInlineAllow: ignoresInlineAllow,
      asOf: now)
    var options = ScanOptions(
      input: input, asOf: now, detection: detection, toolVersion: Version.current)
    options.jobs = threads
    options.fingerprintKey = try fingerprintKey()
    options.configurationFolder = settings.folder
    options.severities = settings.configuration.severities
    options.configurationName = settings.name
    return options
  }

  /// The private key, if there is one.
  func fingerprintKey() throws -> [UInt8]? {
    if let file = fingerprintKeyFile {
      do {
        let key = try FileContents.read(file)
        guard key.count >= 16 else {
          throw Failure.usage("\(file): a key needs at least 16 bytes")
        }
        return key
      } catch let error as FileContents.ReadError {
        throw Failure.usage("\(file): \(error.message)")
      }
    }
    guard let text = Terminal.environment("LEAKAGE_FINGERPRINT_KEY") else { return nil }
    guard text.utf8.count >= 16 else {
      throw Failure.usage("LEAKAGE_FINGERPRINT_KEY: a key needs at least 16 bytes")
    }
    return Array(text.utf8)
  }
}
