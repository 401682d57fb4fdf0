internal import Findings

extension Generator {
  /// `{jwt:iss=https://example.com,exp=1700000000}`: a JSON Web Token with these claims, a random
  /// id and a random signature. Numbers are written as such; `alg` goes to the header.
  static let jwt = Generator(name: "jwt") { (argument, random) throws(TemplateError) in
    var algorithm = "RS256"
    var claims: [String] = []
    for (name, value) in try pairs(argument) {
      if name == "alg" {
        algorithm = value
      } else {
        claims.append(Int64(value) != nil ? "\"\(name)\":\(value)" : "\"\(name)\":\"\(value)\"")
      }
    }
    claims.append("\"jti\":\"\(Hex.text(random.bytes(12)))\"")
    let header = "{\"alg\":\"\(algorithm)\",\"typ\":\"JWT\"}"
    let payload = "{\(claims.joined(separator: ","))}"
    return Array(
      [Array(header.utf8), Array(payload.utf8), random.bytes(32)]
        .map { Base64.encode($0, isURL: true) }
        .joined(separator: ".".utf8))
  }

  /// `{basic:user}`: base64 of `user:` and a random password, as in HTTP's Basic scheme.
  static let basic = Generator(name: "basic") { (argument, random) throws(TemplateError) in
    let password = random.characters(20, of: Numeral.base62.digits)
    return Base64.encode(Array("\(argument):".utf8) + password)
  }

  /// `{jfrog-reference:1700000000}`: a reference token of JFrog with this expiry (0: none).
  static let jfrogReference = Generator(name: "jfrog-reference") {
    (argument, random) throws(TemplateError) in
    guard let expiry = UInt32(argument) else { throw TemplateError("expected a moment") }
    let digits = String(expiry)
    let padded = String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
    let random = random.characters(27, of: Numeral.base62.digits)
    return Base64.encode(Array("reftkn:01:\(padded):".utf8) + random)
  }
}
