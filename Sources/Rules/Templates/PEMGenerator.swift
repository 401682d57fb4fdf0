extension Generator {
  /// `{pem:RSA PRIVATE KEY}`: a PEM block (RFC 7468) with this label, four lines and a bit; with
  /// `:escaped` behind the label its line breaks are written `\n`, with `:indented` its lines but
  /// the first are.
  static let pem = Generator(name: "pem") { (argument, random) throws(TemplateError) in
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    guard let label = parts.first else { throw TemplateError("expected a label") }
    let lineBreak: String
    switch parts.dropFirst().first {
    case nil: lineBreak = "\n"
    case "escaped": lineBreak = "\\n"
    case "indented": lineBreak = "\n      "
    default: throw TemplateError("only :escaped or :indented may stand there")
    }
    let alphabet = Numeral.base62.digits + Array("+/".utf8)
    var lines = (0..<4).map { _ in random.characters(64, of: alphabet) }
    // The magic of OpenSSH's format and "none", its cipher: such a key has no passphrase.
    if label.hasPrefix("OPENSSH") {
      lines[0].replaceSubrange(0..<31, with: Array("b3BlbnNzaC1rZXktdjEAAAAABG5vbmU".utf8))
    }
    lines.append(random.characters(38, of: alphabet) + Array("==".utf8))
    let block =
      [Array("-----BEGIN \(label)-----".utf8)] + lines + [Array("-----END \(label)-----".utf8)]
    return Array(block.joined(separator: lineBreak.utf8))
  }
}
