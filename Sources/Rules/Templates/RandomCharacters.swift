extension Generator {
  /// `{base62:30}`, `{hex:32-36}`, `{of:a-z0-9_:44}`: so many characters of an alphabet.
  static let alphabets: [Generator] = (CharacterRun.alphabets.map(\.name) + ["of"]).map { name in
    Generator(name: name) { (argument, random) throws(TemplateError) in
      guard let run = try CharacterRun(name: name, argument: argument) else {
        throw TemplateError("unknown generator: \(name)")
      }
      return run.make(&random)
    }
  }

  /// `{uuid}`: a random UUID, RFC 9562 version 4.
  static let uuid = Generator(name: "uuid") { (_, random) throws(TemplateError) in
    var text: [UInt8] = []
    for (index, length) in [8, 4, 4, 4, 12].enumerated() {
      if index > 0 { text.append(UInt8(ascii: "-")) }
      text += random.characters(length, of: Array((digits + "abcdef").utf8))
    }
    text[14] = UInt8(ascii: "4")
    text[19] = Array("89ab".utf8)[random.below(4)]
    return text
  }

  /// `{password:16}`: what people choose: letters, digits and a few signs, a letter first, a digit
  /// last.
  static let password = Generator(name: "password") { (argument, random) throws(TemplateError) in
    let count = try count(argument)
    guard count >= 3 else { throw TemplateError("a password has 3 characters at least") }
    return random.characters(1, of: Array((upper + lower).utf8))
      + random.characters(count - 2, of: Array((upper + lower + digits + "-_.+!").utf8))
      + random.characters(1, of: Array(digits.utf8))
  }

  /// `{repeat:x:36}`: one text so many times.
  static let repetition = Generator(name: "repeat") { (argument, _) throws(TemplateError) in
    guard let colon = argument.lastIndex(of: ":"), colon > argument.startIndex else {
      throw TemplateError("expected a text, a colon and a count")
    }
    let count = try count(argument[argument.index(after: colon)...])
    return Array(repeatElement(argument[..<colon], count: count).joined().utf8)
  }

  private static let digits = "0123456789"
  private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let lower = "abcdefghijklmnopqrstuvwxyz"
}
