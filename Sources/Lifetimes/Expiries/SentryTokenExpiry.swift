internal import Findings
internal import FoundationEssentials

/// A Sentry organization token: `sntrys_`, JSON in base64 with `iat`, and the secret behind a `_`. It
/// tells when it was issued, and holds no expiry.
enum SentryTokenExpiry {
  static func read(_ token: [UInt8]) -> ExpiryFacts? {
    let prefix = Array("sntrys_".utf8)
    guard token.starts(with: prefix), let end = token.lastIndex(of: UInt8(ascii: "_")),
      end > prefix.count, let json = Base64.decode(token[prefix.count..<end]),
      let members = try? JSONDecoder().decode(Members.self, from: Data(json))
    else { return nil }
    return ExpiryFacts(issued: members.iat.flatMap(Moment.epoch), hasNoExpiry: true)
  }

  private struct Members: Decodable {
    let iat: Double?
  }
}
