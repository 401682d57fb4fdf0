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

  private let body: @Sendable (Report, RenderOptions) -> Rendering

  init(
    name: String, fileExtension: String, summary: String,
    body: @escaping @Sendable (Report, RenderOptions) -> Rendering
  ) {
    self.name = name
    self.fileExtension = fileExtension
    self.summary = summary
    self.body = body
  }

  /// The report in this format.
  public func render(_ report: Report, _ options: RenderOptions = RenderOptions()) -> Rendering {
    body(report, options)
  }
}
