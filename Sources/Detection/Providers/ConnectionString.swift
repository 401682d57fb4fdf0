/// Reads from a connection string whose the password in it is: a URL's scheme or host, `jdbc:`, or the
/// keys of ODBC and its relatives.
struct ConnectionString {
  /// How far before a password its string may begin.
  private static let reach = 320

  let bytes: [UInt8]

  /// The texts that may hold a provider's word for the password of a URL: its scheme, unless that
  /// says nothing, and its host.
  func parts(ofURLAround password: Range<Int>) -> [ArraySlice<UInt8>] {
    let lowest = max(0, password.lowerBound - Self.reach)
    var mark = password.lowerBound
    while mark - 3 >= lowest, !bytes[(mark - 3)..<mark].hasPrefix("://") { mark -= 1 }
    guard mark - 3 >= lowest else { return [] }
    var start = mark - 3
    while start > lowest, bytes[start - 1].isNameByte || "+:".utf8.contains(bytes[start - 1]) {
      start -= 1
    }
    var parts: [ArraySlice<UInt8>] = []
    let scheme = bytes[start..<mark - 3]
    if !Self.plain.contains(where: { scheme.equals(ignoringCase: $0) }) { parts.append(scheme) }
    var end = password.upperBound
    guard end < bytes.count, bytes[end] == UInt8(ascii: "@") else { return parts }
    let host = end + 1
    end = host
    while end < bytes.count, end - host < 128, bytes[end].isNameByte { end += 1 }
    parts.append(bytes[host..<end])
    return parts
  }

  private static let plain: [StaticString] = ["http", "https", "ssh", "git", "ws", "wss", "tcp"]

  /// `jdbc` or `odbc`, if a password is given by a key of such a string.
  func kind(ofStringAround password: Range<Int>) -> StaticString? {
    let lowest = max(0, password.lowerBound - Self.reach)
    var start = password.lowerBound
    // The quote that opens the password itself does not open the string.
    if start > lowest, bytes[start - 1].isQuote { start -= 1 }
    while start > lowest, !bytes[start - 1].isQuote, !bytes[start - 1].isNewline,
      bytes[start - 1] != UInt8(ascii: "<"), bytes[start - 1] != UInt8(ascii: ">")
    {
      start -= 1
    }
    let text = Array(bytes[start..<password.lowerBound])
    if text.contains(ignoringCase: "jdbc:") { return "jdbc" }
    guard text.contains(UInt8(ascii: ";")) else { return nil }
    return Self.keys.contains { text.contains(ignoringCase: $0) } ? "odbc" : nil
  }

  private static let keys: [StaticString] = [
    "server=", "data source=", "driver=", "dsn=", "uid=", "user id=", "initial catalog=",
    "database=", "provider=",
  ]
}
