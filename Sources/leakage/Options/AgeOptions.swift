public import ArgumentParser
public import Findings
internal import Glibc
public import Scanning

/// Ages and the clock they are computed with.
struct AgeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "full: search the whole history for each value. config: configuration files only. none.",
      valueName: "full|config|none"))
  var age: AgeScope = .full

  @Option(
    help: ArgumentHelp(
      "The moment that counts as now, such as 2026-11-01 or 2026-11-01T12:00:00Z.",
      valueName: "time"))
  var asOf: Timestamp?

  @Option(
    help: ArgumentHelp(
      "Who wrote a value into the repository first and last: none (the default), hash (the same pseudonym for the same address) or full.",
      valueName: "none|hash|full"))
  var authors: Authors?

  @Flag(
    name: .customLong("no-cache"),
    help: "Neither use nor keep ages in the git directory (leakage/ages).")
  var isWithoutCache = false

  /// The moment that counts as now.
  var now: Timestamp { asOf ?? Self.clock }

  /// The clock: the only place that reads it.
  static var clock: Timestamp { Timestamp(seconds: Int64(time(nil))) }
}

extension AgeScope: OptionWord {}

extension Authors: OptionWord {}

extension Timestamp: ExpressibleByArgument {
  /// A moment from its ISO 8601 form on the command line.
  public init?(argument: String) { self.init(argument) }
}
