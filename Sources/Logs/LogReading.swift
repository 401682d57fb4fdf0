public import Findings

/// A log as text to match, with the ways back, and its structure.
public struct LogReading: Sendable {
  /// The normalised bytes, and the way back to the raw ones.
  public let text: Text
  /// The printed environments, in order of their beginnings.
  public let blocks: [EnvironmentBlock]
  /// The secrets among the arguments of echoed commands, in order.
  public let arguments: [Assignment]
  private let places: LogPlaces

  init(
    text: Text, blocks: [EnvironmentBlock], arguments: [Assignment], places: LogPlaces
  ) {
    self.text = text
    self.blocks = blocks
    self.arguments = arguments
    self.places = places
  }

  /// The variables of all blocks, and the arguments of commands.
  public var assignments: [Assignment] { blocks.flatMap(\.assignments) + arguments }

  /// Job, step and time of the line at an offset of the text, as far as they are known. A line
  /// without a timestamp has the time of the line before it. O(log lines).
  public func place(atTextOffset offset: Int) -> Place { places.place(at: offset) }
}
