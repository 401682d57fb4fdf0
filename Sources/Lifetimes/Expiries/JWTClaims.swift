internal import Findings
internal import FoundationEssentials

/// The claims of a JSON Web Token that tell of its life. A claim of a wrong type is as if missing,
/// but an `exp` that cannot be read is an expiry all the same.
struct JWTClaims: Decodable {
  let expires: Timestamp?
  let notBefore: Timestamp?
  let issued: Timestamp?
  let hasExpiry: Bool
  let issuer: String?
  let subject: String?

  private enum CodingKeys: String, CodingKey {
    case exp, nbf, iat, iss, sub
  }

  init(from decoder: any Decoder) throws {
    let claims = try decoder.container(keyedBy: CodingKeys.self)
    expires = Self.moment(claims, .exp)
    notBefore = Self.moment(claims, .nbf)
    issued = Self.moment(claims, .iat)
    hasExpiry = claims.contains(.exp) && (try? claims.decodeNil(forKey: .exp)) != true
    issuer = try? claims.decode(String.self, forKey: .iss)
    subject = try? claims.decode(String.self, forKey: .sub)
  }

  /// A NumericDate, or its digits as a string, which some issuers write.
  private static func moment(
    _ claims: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys
  ) -> Timestamp? {
    if let number = try? claims.decode(Double.self, forKey: key) { return Moment.epoch(number) }
    if let text = try? claims.decode(String.self, forKey: key) {
      return Moment.epoch(Array(text.utf8))
    }
    return nil
  }
}
