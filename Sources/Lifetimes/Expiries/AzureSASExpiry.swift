internal import Findings

/// `st` and `se` of an Azure shared access signature, and of a user delegation key `skt` and `ske`:
/// storage writes ISO 8601, Service Bus and Event Hubs seconds since 1970.
enum AzureSASExpiry {
  static func read(_ query: [UInt8]) -> ExpiryFacts? {
    let parameters = QueryParameters(query)
    guard parameters["sig"] != nil else { return nil }
    var facts: [Evidence.Fact] = []
    if let permissions = parameters["sp"], (1...16).contains(permissions.count),
      permissions.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    {
      facts.append(.init("permissions", String(decoding: permissions, as: UTF8.self)))
    }
    if parameters["si"] != nil { facts.append(.init("policy", "stored on the server")) }
    // The signature dies with the key that made it.
    let expiries = ["se", "ske"].compactMap { parameters[$0].flatMap(moment) }
    return ExpiryFacts(
      notBefore: parameters["st"].flatMap(moment), expires: expiries.min(), facts: facts)
  }

  private static func moment(_ text: [UInt8]) -> Timestamp? {
    Moment.iso8601(text) ?? Moment.epoch(text)
  }
}
