/// A file of our own, read strictly: one document, no error, no duplicate keys, no aliases.
public struct YAMLDocument: Sendable {
  /// As the caller named it.
  public let file: String
  /// An empty scalar if the file holds nothing but comments.
  public let root: YAMLNode
  private let lines: LineTable

  /// Reads the one document of a file.
  ///
  /// - Throws: the first problem, in the order of the file as far as it could be read.
  public static func parse(
    _ bytes: [UInt8], file: String, limits: YAMLLimits = .init()
  ) throws(YAMLError) -> YAMLDocument {
    let reading = YAMLReader.read(bytes, limits: limits)
    if let problem = reading.problems.first {
      throw YAMLError(file: file, position: problem.position, message: problem.message)
    }
    let root = reading.documents.first ?? .missing(at: 0)
    let document = YAMLDocument(file: file, root: root, lines: LineTable(bytes))
    if reading.documents.count > 1 {
      throw document.error(at: reading.documents[1], "expected a single document")
    }
    try document.checkStrictly(root)
    return document
  }

  /// Where a node begins.
  public func position(of node: YAMLNode) -> YAMLPosition {
    position(ofByte: node.range.lowerBound)
  }

  /// Where a byte of the file stands.
  public func position(ofByte offset: Int) -> YAMLPosition {
    lines.position(of: offset)
  }

  /// An error about a node.
  ///
  /// - Parameter message: in lower case, without a full stop.
  public func error(at node: YAMLNode, _ message: String) -> YAMLError {
    YAMLError(file: file, position: position(of: node), message: message)
  }

  private func checkStrictly(_ node: YAMLNode) throws(YAMLError) {
    switch node.content {
    case .scalar:
      break
    case .alias:
      throw error(at: node, "aliases are not supported")
    case .sequence(let elements):
      for element in elements { try checkStrictly(element) }
    case .mapping(let entries):
      var seen: [[UInt8]: YAMLNode] = [:]
      for entry in entries {
        if case .scalar(let scalar) = entry.key.content,
          let first = seen.updateValue(entry.key, forKey: scalar.value)
        {
          let line = position(of: first).line
          throw error(at: entry.key, "duplicate key, first on line \(line)")
        }
        try checkStrictly(entry.key)
        try checkStrictly(entry.value)
      }
    }
  }
}
