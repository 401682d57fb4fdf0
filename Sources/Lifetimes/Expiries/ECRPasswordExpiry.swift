internal import Findings
internal import FoundationEssentials

/// A password of Amazon ECR: JSON in base64 whose `expiration` is in seconds since 1970; also with
/// `AWS:` before it in base64 once more, as `authorizationToken` has it.
enum ECRPasswordExpiry {
  static func read(_ password: [UInt8]) -> ExpiryFacts? {
    guard var json = Base64.decode(password) else { return nil }
    let user = Array("AWS:".utf8)
    if json.starts(with: user) {
      guard let inner = Base64.decode(json.dropFirst(user.count)) else { return nil }
      json = inner
    }
    guard let members = try? JSONDecoder().decode(Members.self, from: Data(json)) else {
      return nil
    }
    return ExpiryFacts(expires: members.expiration.flatMap(Moment.epoch))
  }

  private struct Members: Decodable {
    let expiration: Double?
  }
}
