/// Says whether a value is handed to a provider: as an argument of its constructor, or behind a short
/// option of its command.
struct ProviderCall {
  /// How far behind the provider's word an argument may begin, in bytes.
  private static let reach = 96

  let bytes: [UInt8]
  /// The provider's word.
  let word: Range<Int>

  /// Whether a value is a literal argument of a call that makes or sets up a client:
  /// `clarifai.NewClient("…")`, `new Clarifai('…')`, `require('clarifai')('…')`.
  func takes(_ value: Range<Int>) -> Bool {
    let quote = value.lowerBound - 1
    guard quote > word.upperBound, quote - word.upperBound < Self.reach, bytes[quote].isQuote,
      value.upperBound < bytes.count, bytes[value.upperBound] == bytes[quote]
    else { return false }
    var place = word.upperBound
    while place < quote, bytes[place].isNameByte || ":>\\".utf8.contains(bytes[place]) {
      place += 1
    }
    let callee = word.lowerBound..<place
    if place == word.upperBound, bytes[place].isQuote {
      // The library is loaded and called.
      return bytes[place + 1..<quote].elementsEqual(")(".utf8)
    }
    guard bytes[place] == UInt8(ascii: "("), isConstructor(callee) else { return false }
    return bytes[place + 1..<quote].allSatisfy {
      $0.isNameByte || $0.isBlank || $0.isQuote || $0 == UInt8(ascii: ",")
    }
  }

  /// Whether the last word of a call's name is the provider's, or one of those that make clients.
  private func isConstructor(_ callee: Range<Int>) -> Bool {
    var start = callee.upperBound
    while start > callee.lowerBound, bytes[start - 1].isAlphanumeric || bytes[start - 1] == 0x5F {
      start -= 1
    }
    let last = bytes[start..<callee.upperBound]
    if start <= word.lowerBound, callee.upperBound == word.upperBound { return true }
    return Self.makers.contains { last.contains(ignoringCase: $0) }
  }

  private static let makers: [StaticString] = [
    "new", "client", "init", "configure", "connect", "create", "api", "setup", "sdk", "login",
    "auth", "service", "register", "session", "account", "setkey", "settoken", "setsecret",
    "translator",
  ]

  /// Whether a value stands behind `-t` or `-k` of the provider's own command, or behind its `login`.
  func isOption(_ value: Range<Int>) -> Bool {
    var place = value.lowerBound - 1
    if bytes[place].isQuote { place -= 1 }
    guard place - 3 > word.upperBound, bytes[place].isBlank || bytes[place] == UInt8(ascii: "=")
    else { return false }
    let before = bytes[word.upperBound + 1..<place]
    if Self.logins.contains(where: { before.equals(ignoringCase: $0) }) { return isCommand }
    return "tTkK".utf8.contains(bytes[place - 1]) && bytes[place - 2] == UInt8(ascii: "-")
      && bytes[place - 3].isBlank && isCommand
  }

  /// Whether the word begins a command: a line, or what follows a prompt, a list's dash or another
  /// command.
  private var isCommand: Bool {
    guard word.upperBound < bytes.count,
      bytes[word.upperBound].isBlank || bytes[word.upperBound] == 0x2D
    else { return false }
    var place = word.lowerBound
    let lowest = max(0, place - 64)
    while place > lowest, bytes[place - 1].isBlank { place -= 1 }
    guard place > lowest, !bytes[place - 1].isNewline else { return place == 0 || place > lowest }
    if "&|;$#>+-:('\"`".utf8.contains(bytes[place - 1]) { return true }
    let start = bytes[lowest..<place].lastIndex { !$0.isNameByte }.map { $0 + 1 } ?? lowest
    return Self.runners.contains { bytes[start..<place].equals(ignoringCase: $0) }
  }

  private static let logins: [StaticString] = ["login", "auth login", "signin", "authenticate"]

  private static let runners: [StaticString] = [
    "sudo", "npx", "exec", "run", "yarn", "pnpm", "dlx", "bunx", "time",
  ]
}
