internal import YAML

/// A value's name that is not its key: that of the entry beside it (`{name: TOKEN, value: …}`), or
/// the option before it (`[--token, …]`).
struct GivenName {
  let name: ArraySlice<UInt8>
  /// Whether the name takes the place of key and index in the key path, which then stays the same
  /// when the list becomes a mapping.
  let isKey: Bool

  /// The name in a mapping, if it has one entry of each kind.
  static func beside(valuesOf entries: [YAMLEntry]) -> GivenName? {
    guard entries.count >= 2 else { return nil }
    var name: ArraySlice<UInt8>?
    var hasValue = false
    for entry in entries {
      guard case .scalar(let scalar) = entry.key.content else { continue }
      let key = scalar.bytes
      guard lengths & 1 << UInt64(min(key.count, 63)) != 0 else { continue }
      if names.contains(where: { key.count == $0.count && key.elementsEqual($0) }) {
        guard case .scalar(let scalar) = entry.value.content, isName(scalar.bytes) else { continue }
        name = scalar.bytes
      } else if isValue(key) {
        hasValue = true
      }
    }
    guard hasValue, let name else { return nil }
    return GivenName(name: name, isKey: true)
  }

  /// Whether the entry of this key has the value.
  static func isValue(_ key: ArraySlice<UInt8>) -> Bool {
    lengths & 1 << UInt64(min(key.count, 63)) != 0
      && values.contains { key.count == $0.count && key.elementsEqual($0) }
  }

  /// The option that an element of a list is: `--db-password`.
  static func option(_ element: YAMLNode) -> GivenName? {
    guard case .scalar(let scalar) = element.content, scalar.bytes.starts(with: "--".utf8)
    else { return nil }
    let name = scalar.bytes.dropFirst(2)
    guard name.count >= 3, isName(name) else { return nil }
    return GivenName(name: name, isKey: false)
  }

  private static let names = ["name", "Name", "key", "Key", "ParameterKey", "variable"]
    .map { Array($0.utf8) }
  private static let values = [
    "value", "Value", "ParameterValue", "defaultValue", "default", "initial_value",
  ].map { Array($0.utf8) }

  /// Bit n is set if a key of n bytes is one of them.
  private static let lengths = (names + values).reduce(into: UInt64(0)) {
    $0 |= 1 << UInt64($1.count)
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Stores name their values by paths: `/shop/db/password`.
    let start = bytes.first == UInt8(ascii: "/") ? bytes.dropFirst() : bytes
    guard let first = start.first, first.isNameStart, bytes.count <= 128 else { return false }
    return bytes.allSatisfy { $0.isWord || "./-".utf8.contains($0) }
  }
}
