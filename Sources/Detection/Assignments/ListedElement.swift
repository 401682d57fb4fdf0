/// Finds values that stand in the element behind the one that holds their name: in property lists
/// (`<key>NAME</key><string>…`) and lists of settings (`<name>NAME</name><value>…`).
struct ListedElement {
  /// How far apart the two elements may stand, in bytes.
  private static let reach = 80

  private static let closings: [StaticString] = ["</key>", "</name>"]
  private static let openings: [StaticString] = ["<string>", "<value>"]

  let bytes: [UInt8]

  /// Where the value begins if the element of a name closes at `start`; and how far was looked
  /// beyond the line, 0 for not at all.
  func value(from start: Int) -> (value: Int?, reach: Int) {
    let text = bytes[start...]
    guard let closing = Self.closings.first(where: { text.hasPrefix($0) }) else { return (nil, 0) }
    var place = start + closing.utf8CodeUnitCount
    var isBelow = false
    while place < bytes.count, place - start < Self.reach, bytes[place] <= 0x20 {
      if bytes[place] == 0x0A { isBelow = true }
      place += 1
    }
    guard place < bytes.count else { return (nil, isBelow ? place : 0) }
    let opening = Self.openings.first { bytes[place...].hasPrefix($0) }
    let value = opening.map { place + $0.utf8CodeUnitCount }
    return (value, isBelow ? min(bytes.count, place + 8) : 0)
  }
}
