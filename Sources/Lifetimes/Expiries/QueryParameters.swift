internal import Findings

/// The parameters of a URL's query, as logs and files write it: separated by `&`, `&amp;` or
/// `\u0026`, with percent escapes.
struct QueryParameters {
  private let parameters: [(name: [UInt8], value: [UInt8])]

  init(_ query: [UInt8]) {
    var rest = query[...]
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) { rest = rest[(mark + 1)...] }
    parameters = Self.separated(rest).compactMap { part in
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      return (Self.unescaped(part[..<equals]), Self.unescaped(part[(equals + 1)...]))
    }
  }

  /// The decoded value of the first parameter with a name.
  subscript(name: String) -> [UInt8]? {
    parameters.first { $0.name.elementsEqual(name.utf8) }?.value
  }

  private static func separated(_ query: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = query.startIndex
    var index = start
    while index < query.endIndex {
      let rest = query[index...]
      let separator = ["&amp;", "&", "\\u0026"].first { rest.starts(with: $0.utf8) }
      guard let separator else {
        index += 1
        continue
      }
      parts.append(query[start..<index])
      index += separator.utf8.count
      start = index
    }
    return parts + [query[start...]]
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
        let high = Hex.value(of: text[index + 1]), let low = Hex.value(of: text[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }
}
