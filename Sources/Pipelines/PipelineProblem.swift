internal import YAML

/// Something that kept a part of a pipeline file from being understood.
public struct PipelineProblem: Sendable, Equatable {
  /// What to switch on.
  public enum Code: String, Sendable {
    /// The YAML is broken here; what stands before and behind was read.
    case damage
    /// A limit of size, depth or count is reached; a part was not read.
    case limit
  }

  /// What to switch on.
  public let code: Code
  /// The byte of the file where it was noticed.
  public let offset: Int
  /// 1-based.
  public let line: Int
  /// 1-based, in characters.
  public let column: Int
  /// In lower case, without a full stop; holds no text of the file.
  public let message: String

  init(_ problem: YAMLProblem) {
    code =
      switch problem.code {
      case .syntax, .invalidCharacter, .templateLine: .damage
      case .tooDeep, .tooLarge, .tooManyNodes, .tooManyErrors, .outOfMemory: .limit
      }
    offset = problem.offset
    line = problem.line
    column = problem.column
    message = problem.message
  }

  /// A limit that was reached at a byte of a file, in words.
  init(limitAt offset: Int, of file: [UInt8], _ words: String) {
    code = .limit
    self.offset = offset
    let before = file[..<offset]
    line = before.count { $0 == .newline } + 1
    let start = before.lastIndex(of: .newline).map { $0 + 1 } ?? 0
    // Bytes that continue a character are none.
    column = file[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
    message = words
  }

  /// A file too long to be read for more than its text.
  static func tooLong(_ file: [UInt8]) -> PipelineProblem {
    PipelineProblem(
      limitAt: 0, of: file, "longer than \(PipelineReader.maximumBytes) bytes")
  }
}
