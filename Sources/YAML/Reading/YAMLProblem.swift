/// Something that kept the reader from understanding a part of its input.
public struct YAMLProblem: Sendable, Equatable {
  /// The kinds of problems.
  public enum Code: String, Sendable {
    /// libyaml refused the text; the reader went on behind it.
    case syntax
    /// Bytes that YAML forbids (controls, broken UTF-8); they were read as if they were letters.
    case invalidCharacter
    /// Lines of a template language (`{{- if … }}`, `{% … %}`) broke the text; they were read as
    /// comments.
    case templateLine
    /// Collections nest deeper than the limit; the reader went on behind them.
    case tooDeep
    /// The input is longer than the limit; nothing was read.
    case tooLarge
    /// More nodes than the limit; the rest was not read.
    case tooManyNodes
    /// More syntax errors than the limit; the rest was not read.
    case tooManyErrors
    /// No memory for the parser; the rest was not read.
    case outOfMemory
  }

  /// What to switch on.
  public let code: Code
  /// The byte of the input where it was noticed.
  public let offset: Int
  /// The same place for people.
  public let position: YAMLPosition
  /// In lower case, without a full stop; holds no text of the input.
  public let message: String

  /// 1-based line.
  public var line: Int { position.line }
  /// 1-based column in characters.
  public var column: Int { position.column }
}
