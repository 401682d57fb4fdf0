internal import Findings

extension Generator {
  /// `{github:36}`: a random body and its checksum, so many characters in all; with `:wrong` behind
  /// the count, a wrong checksum. Where the checksum covers the prefix, the part begins with it.
  static func checksummed(
    _ name: String, _ checksum: TailChecksum, coveredPrefix: String
  ) -> Generator {
    Generator(name: name) { (argument, random) throws(TemplateError) in
      let (length, isWrong) = try wrongness(argument)
      let total = try count(length)
      let bodyLength =
        total - coveredPrefix.utf8.count - checksum.separator.utf8.count - checksum.tail.length
      guard bodyLength > 0 else { throw TemplateError("no room for a body and its checksum") }
      let body = random.characters(bodyLength, of: Numeral.base62.digits)
      var tail = checksum.text(prefix: coveredPrefix, body: body)
      if isWrong { damage(&tail) }
      return Array(coveredPrefix.utf8) + body + Array(checksum.separator.utf8) + tail
    }
  }

  /// `{gitlab-routable:glpat-}`: prefix, payload with random ids, version, length, checksum; with
  /// `:wrong` behind the prefix, a wrong checksum.
  static let gitlabRoutable = Generator(name: "gitlab-routable") {
    (argument, random) throws(TemplateError) in
    let (prefix, isWrong) = try wrongness(argument)
    let ids = ["g", "o", "p", "u"].map { key in
      Array("\(key):".utf8) + Numeral.base36.text(UInt32(random.below(1 << 24)), width: 1)
    }
    let salt = random.bytes(16)
    let payload = Base64.encode(
      salt + ids.joined(separator: "\n".utf8) + [UInt8(salt.count)], isURL: true)
    let start = Array(prefix.utf8)
    var tail = RoutableToken.tail(prefix: start, payload: payload)
    if isWrong { damage(&tail) }
    return start + payload + tail
  }

  /// Splits `:wrong` off an argument.
  static func wrongness(
    _ argument: String
  ) throws(TemplateError) -> (rest: String, isWrong: Bool) {
    guard let colon = argument.lastIndex(of: ":") else { return (argument, false) }
    guard argument[argument.index(after: colon)...] == "wrong" else {
      throw TemplateError("only :wrong may stand there")
    }
    return (String(argument[..<colon]), true)
  }

  /// Changes the last character to another digit of every base in use.
  static func damage(_ tail: inout [UInt8]) {
    guard let last = tail.last else { return }
    tail[tail.count - 1] = last == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
  }
}
