/// Reads YAML of any origin and quality: for text that is scanned, where half a structure is better
/// than none. Own files are read with ``YAMLDocument``.
public enum YAMLReader {
  /// Reads all documents of a UTF-8 text.
  ///
  /// Syntax errors cost the structure around them, not that of the text before and behind: reading
  /// goes on at the next line that begins in column 1 and looks like a key, an element or `---`.
  /// Takes linear time; aliases are not expanded and there is no recursion.
  ///
  /// - Parameters:
  ///   - bytes: the text, with or without a byte order mark; all places refer to it.
  ///   - limits: what it may cost.
  public static func read(_ bytes: [UInt8], limits: YAMLLimits = .init()) -> YAMLReading {
    guard bytes.count <= limits.maximumBytes else {
      let message = "longer than \(limits.maximumBytes) bytes"
      let position = YAMLPosition(line: 1, column: 1)
      return YAMLReading(
        documents: [],
        problems: [YAMLProblem(code: .tooLarge, offset: 0, position: position, message: message)])
    }
    var text = ReadableText(bytes)
    var problems: [ReadingPass.Problem] = []
    if let offset = text.firstForbidden {
      let message = "bytes that YAML forbids are read as letters"
      problems.append(.init(code: .invalidCharacter, offset: offset, message: message))
    }
    var pass = ReadingPass(text, limits, stopsAtTemplates: true)
    if case .brokenByTemplate(let line) = pass.run() {
      text.commentOutTemplates(from: line)
      let message = "template lines are read as comments"
      problems.append(.init(code: .templateLine, offset: line, message: message))
      pass = ReadingPass(text, limits, stopsAtTemplates: false)
      _ = pass.run()
    }
    problems += pass.problems
    return YAMLReading(documents: pass.documents, problems: located(problems, in: bytes))
  }

  private static func located(
    _ problems: [ReadingPass.Problem], in bytes: [UInt8]
  ) -> [YAMLProblem] {
    guard !problems.isEmpty else { return [] }
    let lines = LineTable(bytes)
    return problems.map { problem in
      YAMLProblem(
        code: problem.code, offset: problem.offset, position: lines.position(of: problem.offset),
        message: problem.message)
    }
  }
}
