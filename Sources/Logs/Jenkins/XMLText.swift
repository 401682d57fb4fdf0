/// Takes single texts out of the XML that Jenkins writes. It is no parser: elements of one name do not
/// nest there.
public enum XMLText {
  /// What stands between the first `<name>` and its end.
  public static func element(_ name: String, of xml: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let open = find(Array("<\(name)>".utf8), in: xml),
      let close = find(Array("</\(name)>".utf8), in: xml[open.upperBound...])
    else { return nil }
    return xml[open.upperBound..<close.lowerBound]
  }

  /// The number between the first `<name>` and its end.
  public static func number(_ name: String, of xml: ArraySlice<UInt8>) -> Int? {
    guard let digits = element(name, of: xml), !digits.isEmpty, digits.count <= 18,
      digits.allSatisfy(Byte.isDigit)
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The parts of a text that begin with a mark.
  static func parts(between mark: String, of xml: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let mark = Array(mark.utf8)
    var parts: [ArraySlice<UInt8>] = []
    var rest = xml
    var start: Int?
    while let found = find(mark, in: rest) {
      if let start { parts.append(xml[start..<found.lowerBound]) }
      start = found.lowerBound
      rest = xml[found.upperBound...]
    }
    if let start { parts.append(xml[start...]) }
    return parts
  }

  private static func find(_ text: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var at = bytes.startIndex
    while let found = bytes[at...].firstIndex(of: text[0]), found + text.count <= bytes.endIndex {
      if bytes[found..<found + text.count].elementsEqual(text) {
        return found..<found + text.count
      }
      at = found + 1
    }
    return nil
  }
}
