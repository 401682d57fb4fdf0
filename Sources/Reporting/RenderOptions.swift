/// How a report is to be shown. Formats for machines look only at what concerns them.
public struct RenderOptions: Sendable, Hashable {
  /// By what a text report is divided.
  public enum Grouping: String, Sendable, Hashable, CaseIterable {
    /// The value, wherever it stands.
    case secret
    /// The file, log or archive member.
    case file
    /// The rule.
    case rule
  }

  /// Whether text may carry ANSI colours. `NO_COLOR` and terminals are the caller's to decide on.
  public var color: Bool
  /// The width of the terminal in columns; text is wrapped at it. Below 40 it is taken for 40.
  public var width: Int
  /// Whether each finding of a text report tells why it fired, how to revoke it and what to put
  /// instead.
  public var explain: Bool
  /// By what a text report is divided.
  public var groupBy = Grouping.file
  /// The exit code that the process is going to end with, if it is known; SARIF records it.
  public var exitCode: Int?
  /// The absolute URI of the tool's own page, if there is one; SARIF records it.
  public var informationURI: String?

  /// Options.
  public init(
    color: Bool = false, width: Int = 80, explain: Bool = false, exitCode: Int? = nil,
    informationURI: String? = nil
  ) {
    self.color = color
    self.width = width
    self.explain = explain
    self.exitCode = exitCode
    self.informationURI = informationURI
  }
}
