/// A value of a version of a pipeline file under its key path, with all values of that version.
struct NamedValue {
  let keyPath: String
  let value: [UInt8]
  let siblings: Rotations.Values
  /// Whether it may have stood under another key path before: not once it was missing from a
  /// version that could be read.
  var mayHaveMoved = true

  /// What stood in its place in an older version; `nil` if nothing did.
  ///
  /// That is the value of the same key path, else the same value under a key path that the newer
  /// version does not have with it: the key, or one above it, was renamed.
  func before(in older: Rotations.Values) -> NamedValue? {
    if let value = older[keyPath] {
      return NamedValue(keyPath: keyPath, value: value, siblings: older)
    }
    guard mayHaveMoved else { return nil }
    let origin = older.lazy.filter { $0.value == value && siblings[$0.key] != value }.map(\.key)
      .min()
    return origin.map { NamedValue(keyPath: $0, value: value, siblings: older) }
  }
}
