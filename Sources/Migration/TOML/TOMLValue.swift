/// A value of a TOML file, with the place where it begins.
struct TOMLValue {
  /// What it is.
  indirect enum Content {
    case string(String)
    case boolean(Bool)
    /// A number, a date or a time, as it is written.
    case plain(String)
    case array([TOMLValue])
    case table([TOMLEntry])
  }

  var content: Content
  let line: Int

  /// The value of a key; `nil` if this is no table or has none.
  subscript(key: String) -> TOMLValue? {
    guard case .table(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  var string: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  var number: Double? {
    if case .plain(let text) = content { return Double(text.replacing("_", with: "")) }
    return nil
  }

  var isTrue: Bool {
    if case .boolean(true) = content { return true }
    return false
  }

  /// The elements of an array; one value that is no array is its own element.
  var elements: [TOMLValue] {
    if case .array(let elements) = content { return elements }
    return [self]
  }

  /// The strings of an array, or the one string.
  var strings: [String] { elements.compactMap(\.string) }

  var entries: [TOMLEntry] {
    if case .table(let entries) = content { return entries }
    return []
  }
}

/// A key and its value.
struct TOMLEntry {
  let key: String
  var value: TOMLValue
}
