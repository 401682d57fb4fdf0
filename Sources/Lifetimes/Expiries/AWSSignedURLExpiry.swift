internal import Findings

/// `X-Amz-Date` and `X-Amz-Expires` of an AWS URL with signature version 4, `Expires` of version 2.
enum AWSSignedURLExpiry {
  /// Seven days: AWS signs no URL for longer.
  private static let longest: Int64 = 604_800

  static func read(_ query: [UInt8]) -> ExpiryFacts? {
    let parameters = QueryParameters(query)
    if parameters["X-Amz-Signature"] != nil {
      let issued = parameters["X-Amz-Date"].flatMap(Moment.basicISO8601)
      let seconds = parameters["X-Amz-Expires"].flatMap {
        Int64(String(decoding: $0, as: UTF8.self))
      }
      var expires: Timestamp?
      if let issued, let seconds, (1...longest).contains(seconds) {
        expires = Timestamp(seconds: issued.seconds + seconds)
      }
      let keyID = parameters["X-Amz-Credential"]?.prefix { $0 != UInt8(ascii: "/") } ?? []
      return ExpiryFacts(
        issued: issued, notBefore: issued, expires: expires, facts: AWSKeyID.facts(of: keyID))
    }
    guard parameters["Signature"] != nil, let expires = parameters["Expires"] else { return nil }
    return ExpiryFacts(
      expires: Moment.epoch(expires),
      facts: AWSKeyID.facts(of: parameters["AWSAccessKeyId"] ?? []))
  }
}
