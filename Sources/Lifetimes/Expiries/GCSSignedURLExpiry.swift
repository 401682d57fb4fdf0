internal import Findings

/// `X-Goog-Date` and `X-Goog-Expires` of a Google Cloud Storage URL with signature version 4,
/// `Expires` of version 2.
enum GCSSignedURLExpiry {
  /// Seven days: Cloud Storage signs no URL of version 4 for longer.
  private static let longest: Int64 = 604_800

  static func read(_ query: [UInt8]) -> ExpiryFacts? {
    let parameters = QueryParameters(query)
    if parameters["X-Goog-Signature"] != nil {
      let issued = parameters["X-Goog-Date"].flatMap(Moment.basicISO8601)
      let seconds = parameters["X-Goog-Expires"].flatMap {
        Int64(String(decoding: $0, as: UTF8.self))
      }
      var expires: Timestamp?
      if let issued, let seconds, (1...longest).contains(seconds) {
        expires = Timestamp(seconds: issued.seconds + seconds)
      }
      return ExpiryFacts(issued: issued, notBefore: issued, expires: expires)
    }
    guard parameters["GoogleAccessId"] != nil, parameters["Signature"] != nil,
      let expires = parameters["Expires"]
    else { return nil }
    return ExpiryFacts(expires: Moment.epoch(expires))
  }
}
