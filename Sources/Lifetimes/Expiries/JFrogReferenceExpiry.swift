internal import Findings

/// The clear text of a JFrog reference token: base64 of `reftkn:01:<expiry>:<random>`, where an
/// expiry of zeros means none.
enum JFrogReferenceExpiry {
  static func read(_ token: [UInt8]) -> ExpiryFacts? {
    guard let text = Base64.decode(token) else { return nil }
    let parts = text.split(separator: UInt8(ascii: ":"))
    guard parts.count == 4, parts[0].elementsEqual("reftkn".utf8) else { return nil }
    return ExpiryFacts(
      expires: Moment.epoch(parts[2]),
      hasNoExpiry: parts[2].allSatisfy { $0 == UInt8(ascii: "0") })
  }
}
