internal import Findings
internal import FoundationEssentials

/// `exp`, `nbf` and `iat` of a JSON Web Token (RFC 7519 §4.1), whatever stands before it in the
/// value, as in GitHub's `ghs_<id>_<jwt>` and GitLab's `glcbt-<jwt>`. Signatures are not checked.
enum JWTExpiry {
  static func read(_ value: [UInt8]) -> ExpiryFacts? {
    // `{"`, which both header and payload begin with.
    let object = Array("eyJ".utf8)
    guard let start = value.indices.first(where: { value[$0...].starts(with: object) }) else {
      return nil
    }
    let parts = value[start...].split(separator: UInt8(ascii: "."))
    guard parts.count >= 2, let header = decoded(Header.self, parts[0]),
      let claims = decoded(JWTClaims.self, parts[1])
    else { return nil }
    var facts: [Evidence.Fact] = []
    if let issuer = claims.issuer.flatMap(shown) { facts.append(.init("issuer", issuer)) }
    if let subject = claims.subject.flatMap(JWTSubject.init) {
      facts.append(.init("subject", subject.meaning))
    }
    if let algorithm = header.alg.flatMap(shown) { facts.append(.init("algorithm", algorithm)) }
    return ExpiryFacts(
      issued: claims.issued, notBefore: claims.notBefore, expires: claims.expires,
      hasNoExpiry: !claims.hasExpiry, facts: facts)
  }

  private struct Header: Decodable {
    let alg: String?
  }

  private static func decoded<Value: Decodable>(
    _ type: Value.Type, _ part: ArraySlice<UInt8>
  ) -> Value? {
    guard let json = Base64.decode(part) else { return nil }
    return try? JSONDecoder().decode(Value.self, from: Data(json))
  }

  /// Names as issuers have them. Anything else, such as an address with a password, is not shown.
  private static func shown(_ text: String) -> String? {
    guard (1...120).contains(text.utf8.count), text.utf8.allSatisfy(isNameByte) else { return nil }
    return text
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: ":/._-".utf8.contains(byte)
    }
  }
}
