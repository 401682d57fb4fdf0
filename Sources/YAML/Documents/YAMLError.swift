/// What is wrong with a file of our own, and where.
public struct YAMLError: Error, Sendable, Equatable, CustomStringConvertible {
  /// As the caller named it.
  public let file: String
  /// Where in the file.
  public let position: YAMLPosition
  /// In lower case, without a full stop; quotes no value of the file.
  public let message: String

  /// An error at a place.
  public init(file: String, position: YAMLPosition, message: String) {
    self.file = file
    self.position = position
    self.message = message
  }

  /// 1-based line.
  public var line: Int { position.line }
  /// 1-based column in characters.
  public var column: Int { position.column }

  /// `file:line:column: error: message`, the form that editors and build tools understand.
  public var description: String { "\(file):\(line):\(column): error: \(message)" }
}
