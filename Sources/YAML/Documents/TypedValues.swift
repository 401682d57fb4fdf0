/// Reading nodes as what a file's format asks for. Each throws an error that names the place and
/// what was expected there.
extension YAMLDocument {
  /// The entries of a mapping with text keys, in order.
  ///
  /// - Parameter known: the keys that may stand there; any if `nil`.
  /// - Throws: for anything but a mapping, and for a key that is not known.
  public func fields(
    of node: YAMLNode, known: [String]? = nil
  ) throws(YAMLError) -> [(name: String, key: YAMLNode, value: YAMLNode)] {
    guard case .mapping(let entries) = node.content else {
      throw error(at: node, "expected a mapping")
    }
    var fields: [(name: String, key: YAMLNode, value: YAMLNode)] = []
    for entry in entries {
      guard let name = entry.key.scalar else { throw error(at: entry.key, "expected a key") }
      if let known, !known.contains(name) {
        let list = known.joined(separator: ", ")
        throw error(at: entry.key, "unknown key; expected one of: \(list)")
      }
      fields.append((name, entry.key, entry.value))
    }
    return fields
  }

  /// The value of a key that must be there.
  public func required(_ key: String, in node: YAMLNode) throws(YAMLError) -> YAMLNode {
    guard case .mapping = node.content else { throw error(at: node, "expected a mapping") }
    guard let value = node[key] else { throw error(at: node, "missing key: \(key)") }
    return value
  }

  /// The elements of a sequence.
  public func elements(of node: YAMLNode) throws(YAMLError) -> [YAMLNode] {
    guard case .sequence(let elements) = node.content else {
      throw error(at: node, "expected a sequence")
    }
    return elements
  }

  /// The text of a scalar. A value that is not written, or a plain `~` or `null`, is no text.
  public func text(of node: YAMLNode) throws(YAMLError) -> String {
    guard let text = node.scalar, !node.isNull else { throw error(at: node, "expected a text") }
    return text
  }

  /// The texts of a sequence of scalars.
  public func texts(of node: YAMLNode) throws(YAMLError) -> [String] {
    var texts: [String] = []
    for element in try elements(of: node) { texts.append(try text(of: element)) }
    return texts
  }

  /// A plain decimal number.
  public func integer(of node: YAMLNode) throws(YAMLError) -> Int {
    guard let text = node.plain, let number = Int(text) else {
      throw error(at: node, "expected a whole number")
    }
    return number
  }

  /// A plain decimal number, with or without a fraction.
  public func number(of node: YAMLNode) throws(YAMLError) -> Double {
    guard let text = node.plain, let number = Double(text), number.isFinite else {
      throw error(at: node, "expected a number")
    }
    return number
  }

  /// A plain `true` or `false`.
  public func boolean(of node: YAMLNode) throws(YAMLError) -> Bool {
    guard let text = node.plain, let value = Bool(text) else {
      throw error(at: node, "expected true or false")
    }
    return value
  }
}

extension YAMLNode {
  /// Whether this is a value that is not written, or a plain `~` or `null`.
  public var isNull: Bool {
    guard let plain, tag == nil else { return false }
    return plain.isEmpty || plain == "~" || plain == "null"
  }

  /// The text of a plain scalar.
  fileprivate var plain: String? {
    guard case .scalar(let scalar) = content, scalar.style == .plain else { return nil }
    return scalar.text
  }
}
