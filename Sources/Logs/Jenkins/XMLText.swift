/// Takes single texts out of the XML that Jenkins writes. It is no parser: elements of one name do not
/// nest there.
public enum XMLText {
  /// What stands between the first `<name>` and its end.
  public static func element(_ name: String, of xml: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let open = xml.range(of: Array("<\(name)>".utf8)),
      let close = xml[open.upperBound...].range(of: Array("</\(name)>".utf8))
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
    while let found = rest.range(of: mark) {
      if let start { parts.append(xml[start..<found.lowerBound]) }
      start = found.lowerBound
      rest = xml[found.upperBound...]
    }
    if let start { parts.append(xml[start...]) }
    return parts
  }
}
