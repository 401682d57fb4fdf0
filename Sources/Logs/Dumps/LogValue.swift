internal import Findings

/// Makes assignments of printed variables.
enum LogValue {
  /// An assignment of a value that stands as it is; `nil` if the value is empty.
  static func assignment(
    name: Range<Int>, value: Range<Int>, in text: [UInt8], place: Place
  ) -> Assignment? {
    assignment(name: name, value: Array(text[value]), range: value, in: text, place: place)
  }

  /// An assignment of a decoded value; `nil` if the value is empty.
  static func assignment(
    name: Range<Int>, value: [UInt8], range: Range<Int>, in text: [UInt8], place: Place
  ) -> Assignment? {
    guard value.contains(where: { $0 != Byte.space }) else { return nil }
    return Assignment(
      name: String(decoding: text[name], as: UTF8.self), value: value, kind: kind(of: value),
      range: range, place: place)
  }

  /// What a printed value is.
  static func kind(of value: [UInt8]) -> Assignment.Kind {
    if Reference.isReference(value) { return .reference }
    return Mask.contains(value) ? .masked : .literal
  }
}
