internal import Findings

extension Generator {
  /// `{pem:RSA PRIVATE KEY}`: a PEM block (RFC 7468) with this label, four lines and a bit; with
  /// `:escaped` behind the label its line breaks are written `\n`, with `:indented` its lines but
  /// the first are; with `:base64` the whole block is in base64, as in a Secret of Kubernetes.
  static let pem = Generator(name: "pem") { (argument, random) throws(TemplateError) in
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    guard let label = parts.first else { throw TemplateError("expected a label") }
    let lineBreak: String
    switch parts.dropFirst().first {
    case nil: lineBreak = "\n"
    case "escaped": lineBreak = "\\n"
    case "indented": lineBreak = "\n      "
    case "base64": lineBreak = "\n"
    default: throw TemplateError("only :escaped, :indented or :base64 may stand there")
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
    let text = Array(block.joined(separator: lineBreak.utf8))
    return parts.last == "base64" ? Base64.encode(text) : text
  }
}
