internal import ArgumentParser
internal import Catalogue
internal import Findings
internal import Glibc
internal import Scanning

/// `leakage mask`.
struct MaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mask",
    abstract: "Copy a log from standard input to standard output without its secrets.",
    discussion: """
      Each secret is replaced by a redaction such as [REDACTED:github-token:3f2a91c0]: what it was, \
      and digits that are the same wherever the same value stands. With a private key \
      (--fingerprint-key-file) they are the same in every run; without one, in this run only. The \
      rest of the log stays, byte for byte. A compressed stream is unpacked; UTF-16 becomes UTF-8.

      EXAMPLES
        leakage mask < build.log > shared.log
        zcat old.log.gz | leakage mask | gzip > shared.log.gz

      EXIT STATUS
        0 the log was copied · 3 a part of it could not be read · 4 it could not be written
      """)

  @Option(
    help: ArgumentHelp("A file with the private key of the digits.", valueName: "file"),
    completion: .file())
  var fingerprintKeyFile: String?

  @Flag(name: .shortAndLong, help: "Do not say on standard error how much was replaced.")
  var quiet = false

  func run() throws {
    if isatty(STDIN_FILENO) == 1 {
      throw Failure.usage("mask reads a log from standard input: leakage mask < build.log")
    }
    var general = try GeneralOptions.parse([])
    general.fingerprintKeyFile = fingerprintKeyFile
    let key = try general.fingerprintKey() ?? Self.randomKey()
    var failure: CInt?
    let mask = LogMask(rules: Catalogue.rules(), key: key, asOf: AgeOptions.clock) { bytes in
      if failure == nil { failure = Terminal.write(bytes, to: STDOUT_FILENO) }
      // Nobody reads any more: to go on would be to work for nothing.
      if failure == EPIPE { Exit.clean.leave() }
    }
    let summary = mask.run()
    if let failure {
      throw Failure.internalError(
        "cannot write to standard output: \(unsafe String(cString: strerror(failure)))")
    }
    for notification in summary.notifications where notification.isIncomplete {
      Terminal.printError("leakage: standard input: \(notification.message)")
    }
    if !quiet {
      let places = summary.replaced == 1 ? "1 place" : "\(summary.replaced) places"
      Terminal.printError("leakage: replaced secrets in \(places)")
    }
    if summary.notifications.contains(where: \.isIncomplete) { throw Exit.incomplete }
  }

  /// A key for one run.
  private static func randomKey() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
