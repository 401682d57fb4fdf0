internal import Findings
internal import FoundationEssentials

/// `Expires` of a CloudFront URL with a canned policy; `DateLessThan` and `DateGreaterThan` of the
/// policy of its own, JSON in base64 with `-`, `_` and `~` for `+`, `=` and `/`.
enum CloudFrontExpiry {
  static func read(_ query: [UInt8]) -> ExpiryFacts? {
    let parameters = QueryParameters(query)
    guard parameters["Key-Pair-Id"] != nil, parameters["Signature"] != nil else { return nil }
    if let expires = parameters["Expires"] { return ExpiryFacts(expires: Moment.epoch(expires)) }
    guard let encoded = parameters["Policy"], let json = Base64.decode(encoded.map(plain)),
      let policy = try? JSONDecoder().decode(Policy.self, from: Data(json))
    else { return nil }
    // All statements must allow the request, and there is only one.
    let conditions = policy.statements.map(\.condition)
    return ExpiryFacts(
      notBefore: conditions.compactMap(\.after?.moment).max(),
      expires: conditions.compactMap(\.before?.moment).min())
  }

  private static func plain(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "-"): UInt8(ascii: "+")
    case UInt8(ascii: "_"): UInt8(ascii: "=")
    case UInt8(ascii: "~"): UInt8(ascii: "/")
    default: byte
    }
  }

  private struct Policy: Decodable {
    let statements: [Statement]

    private enum CodingKeys: String, CodingKey {
      case statements = "Statement"
    }
  }

  private struct Statement: Decodable {
    let condition: Condition

    private enum CodingKeys: String, CodingKey {
      case condition = "Condition"
    }
  }

  private struct Condition: Decodable {
    let before: Date?
    let after: Date?

    private enum CodingKeys: String, CodingKey {
      case before = "DateLessThan"
      case after = "DateGreaterThan"
    }
  }

  private struct Date: Decodable {
    let moment: Timestamp?

    private enum CodingKeys: String, CodingKey {
      case seconds = "AWS:EpochTime"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      moment = (try? container.decode(Double.self, forKey: .seconds)).flatMap(Moment.epoch)
    }
  }
}
