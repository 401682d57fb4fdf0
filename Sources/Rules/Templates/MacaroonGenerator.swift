internal import Findings

extension Generator {
  /// `{pypi-macaroon:expires=1700000000,project=name}`: what stands behind `pypi-` in a token of
  /// PyPI: a macaroon (version 2) with these caveats, for `index` or PyPI itself.
  static let pypiMacaroon = Generator(name: "pypi-macaroon") {
    (argument, random) throws(TemplateError) in
    var location = "pypi.org"
    var caveats: [String] = []
    for (name, value) in try pairs(argument) {
      switch name {
      case "index": location = value
      case "expires": caveats.append("[0,\(value),0]")
      case "project": caveats.append("[1,[\"\(value)\"]]")
      case "user": caveats.append("[3,\"\(value)\"]")
      default: throw TemplateError("unknown caveat: \(name)")
      }
    }
    // Packets of type, length and data; 0 ends a section (libmacaroons, format 2).
    var bytes: [UInt8] = [2]
    func packet(_ type: UInt8, _ data: [UInt8]) throws(TemplateError) {
      guard data.count < 128 else { throw TemplateError("caveat too long") }
      bytes += [type, UInt8(data.count)] + data
    }
    try packet(1, Array(location.utf8))
    try packet(2, Array(Hex.text(random.bytes(16)).utf8))
    bytes.append(0)
    for caveat in caveats {
      try packet(2, Array(caveat.utf8))
      bytes.append(0)
    }
    bytes.append(0)
    try packet(6, random.bytes(32))
    return Base64.encode(bytes, isURL: true)
  }
}
