/// A here-document that a line announces: `<<EOF`, `<<-'EOF'`.
struct HereDocument {
  let mark: [UInt8]
  let stripsTabs: Bool
  /// Whether its mark is written with quotes, so that nothing in it is expanded.
  let isQuoted: Bool
  /// Just behind the announcement.
  let end: Int

  /// The longest mark, in bytes.
  static let longestMark = 65

  /// The announcement at the `<<` of an offset; `nil` if it is none.
  init?(_ script: [UInt8], at start: Int) {
    var at = start + 2
    // `<<<` is a here-string.
    guard at < script.count, script[at] != .less else { return nil }
    stripsTabs = script[at] == UInt8(ascii: "-")
    if stripsTabs { at += 1 }
    while at < script.count, script[at] == .space || script[at] == .tab { at += 1 }
    let start = at
    var mark: [UInt8] = []
    while at < script.count, mark.count < Self.longestMark,
      script[at].isWord || Self.hides(script[at])
    {
      if !Self.hides(script[at]) { mark.append(script[at]) }
      at += 1
    }
    guard !mark.isEmpty else { return nil }
    self.mark = mark
    isQuoted = at - start > mark.count
    end = at
  }

  private static func hides(_ byte: UInt8) -> Bool { byte.isQuote || byte == .backslash }
}
