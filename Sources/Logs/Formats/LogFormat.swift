internal import Findings

/// How one CI system writes its logs.
///
/// A format is a value: a new one is one file that makes it and one line in ``all``. Every format
/// shares the normalisation of ``LogReader``; it adds how its lines are framed and what they say
/// about steps.
public struct LogFormat: Sendable, Equatable {
  /// The format's name, such as `github`.
  public let name: String

  /// Whether a document looks like this format.
  let recognises: @Sendable (LogSample) -> Bool

  /// What stands before the message of a raw line. The line comes without byte order mark and
  /// without newline; it may be of any length, so only its beginning is looked at.
  let frame: @Sendable (Span<UInt8>) -> LogFrame

  /// What a line of the normalised text says about the steps of the job. Called for every line:
  /// the first byte must decide nearly always.
  let event: @Sendable (Span<UInt8>) -> LogEvent?

  /// The moment that a frame's timestamp means; the bytes begin with it.
  let clock: @Sendable (ArraySlice<UInt8>) -> Timestamp?

  /// The messages of a log that packs its lines in JSON; `nil` for any other. What they hold is
  /// recognised again.
  let unpack: (@Sendable ([UInt8]) -> UnpackedLog)?

  /// Whether each step prints its inputs and its environment after a `##[group]Run …` header.
  let printsStepBlocks: Bool

  init(
    name: String,
    recognises: @escaping @Sendable (LogSample) -> Bool,
    frame: @escaping @Sendable (Span<UInt8>) -> LogFrame = { _ in LogFrame() },
    event: @escaping @Sendable (Span<UInt8>) -> LogEvent? = { _ in nil },
    clock: @escaping @Sendable (ArraySlice<UInt8>) -> Timestamp? = {
      Timestamp.parse(Array($0))?.moment
    },
    unpack: (@Sendable ([UInt8]) -> UnpackedLog)? = nil,
    printsStepBlocks: Bool = false
  ) {
    self.name = name
    self.recognises = recognises
    self.frame = frame
    self.event = event
    self.clock = clock
    self.unpack = unpack
    self.printsStepBlocks = printsStepBlocks
  }

  /// Whether the names are the same: a list holds each name once.
  public static func == (left: LogFormat, right: LogFormat) -> Bool { left.name == right.name }
}
