public import Findings

/// A way to turn a report into bytes: a value, listed in ``all``.
///
/// The same report gives the same bytes. No format shows a raw secret.
public struct ReportFormat: Sendable {
  /// The name, as the command line spells it.
  public let name: String
  /// The usual extension of a file in this format, without a dot.
  public let fileExtension: String
  /// What the format is for, in a few words.
  public let summary: String

  /// Hands the pieces of a report to its last argument; returns how many findings were left out.
  typealias Writing =
    @Sendable (Report, RenderOptions, any Sharing, (_ piece: [UInt8]) -> Void) -> Int

  private let body: Writing

  /// A format whose reports are small enough to be made whole.
  init(
    name: String, fileExtension: String, summary: String,
    body: @escaping @Sendable (Report, RenderOptions) -> Rendering
  ) {
    self.init(
      name: name, fileExtension: fileExtension, summary: summary,
      writing: { report, options, _, take in
        let rendering = body(report, options)
        take(rendering.bytes)
        return rendering.leftOut
      })
  }

  /// A format whose reports are made piece by piece.
  init(name: String, fileExtension: String, summary: String, writing: @escaping Writing) {
    self.name = name
    self.fileExtension = fileExtension
    self.summary = summary
    body = writing
  }

  /// The report in this format.
  public func render(_ report: Report, _ options: RenderOptions = RenderOptions()) -> Rendering {
    var bytes: [UInt8] = []
    let leftOut = write(report, options) { bytes += $0 }
    return Rendering(bytes: bytes, leftOut: leftOut)
  }

  /// Hands the report in this format to a closure, piece by piece: as bytes it can be twenty times
  /// as large as in memory.
  ///
  /// - Parameter sharing: who makes the pieces.
  /// - Returns: ``Rendering/leftOut``.
  public func write(
    _ report: Report, _ options: RenderOptions, sharing: any Sharing = InTurn(),
    to take: (_ piece: [UInt8]) -> Void
  ) -> Int {
    body(report, options, sharing, take)
  }
}
