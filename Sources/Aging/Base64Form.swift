internal import Findings

/// A value inside a text that is written as Base64: a Kubernetes Secret, the `user:password` of a
/// registry, a whole file.
///
/// Three bytes make four digits, so there are three forms, by the place where the value begins in
/// its group. The digits that it shares with its neighbours are not looked for; a hit is decoded to
/// see them.
struct Base64Form {
  /// The digits that the value alone decides.
  let digits: [UInt8]
  private let value: [UInt8]
  /// How many bytes of the first group stand before the value.
  private let lead: Int

  /// Shorter values are in too many texts by chance.
  private static let shortest = 6

  /// The forms of a value in both alphabets.
  static func all(of value: [UInt8]) -> [Base64Form] {
    guard value.count >= shortest else { return [] }
    return (0..<3).flatMap { lead -> [Base64Form] in
      let padded = [UInt8](repeating: 0, count: lead) + value
      let decided = (lead * 8 + 5) / 6..<padded.count * 8 / 6
      let digits = [false, true].map { Array(Base64.encode(padded, isURL: $0)[decided]) }
      return (digits[0] == digits[1] ? [digits[0]] : digits).map {
        Base64Form(digits: $0, value: value, lead: lead)
      }
    }
  }

  /// Whether the digits at a place stand for the value.
  func isWhole(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    // One more group on either side for the neighbours.
    let start = offset - (lead * 8 + 5) / 6
    guard start >= 0, (start..<offset).allSatisfy({ Self.isDigit(bytes[$0]) }) else { return false }
    let hasNeighbour = start >= 4 && (start - 4..<start).allSatisfy { Self.isDigit(bytes[$0]) }
    let first = hasNeighbour ? start - 4 : start
    let end = min(bytes.count, start + ((lead + value.count + 2) / 3 + 1) * 4)
    var group: [UInt8] = []
    for index in first..<end {
      guard Self.isDigit(bytes[index]) else { break }
      group.append(bytes[index])
    }
    if group.count % 4 == 1 { group.removeLast() }
    let place = (hasNeighbour ? 3 : 0) + lead
    guard let text = Base64.decode(group), place + value.count <= text.count,
      text[place..<place + value.count].elementsEqual(value)
    else { return false }
    return value.count >= ValueForm.unmistakable
      || WordBoundary.surrounds(place..<place + value.count, in: text.span)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
