/// What is wrong with a file of another scanner, and where.
public struct MigrationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// As the caller named it.
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, in characters.
  public let column: Int
  /// In lower case, without a full stop; quotes no value of the file.
  public let message: String

  /// An error at a place.
  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: error: message`.
  public var description: String { "\(file):\(line):\(column): error: \(message)" }
}
