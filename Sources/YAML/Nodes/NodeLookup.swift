extension YAMLNode {
  /// The decoded text of a scalar; `nil` for anything else. Makes a string on each call.
  public var scalar: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar.text
  }

  /// The entries of a mapping in the order written; none for anything else.
  public var entries: [YAMLEntry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries
  }

  /// The elements of a sequence; none for anything else.
  public var elements: [YAMLNode] {
    guard case .sequence(let elements) = content else { return [] }
    return elements
  }

  /// The value of the last entry with this scalar key, for the last one wins in most readers.
  public subscript(key: String) -> YAMLNode? {
    for entry in entries.reversed() {
      if case .scalar(let scalar) = entry.key.content, scalar.equals(key) { return entry.value }
    }
    return nil
  }
}
