import Findings

/// A verdict on a credential's life in words.
enum LifetimeWords {
  /// Such as "no expiry" or "expired on 2024-05-01".
  static func phrase(_ verdict: LifetimeVerdict, asOf: Timestamp) -> String {
    switch verdict.state {
    case .expiredProved(let date): "expired on \(date.day)"
    case .expiredByBound(let date): "dead since \(date.day) at the latest"
    case .validUntil(let date):
      "valid until \(date.day)"
        + (date > asOf ? ", for another \(Duration.words(from: asOf, to: date))" : "")
    case .noExpiry: "no expiry: it lives until someone rotates it"
    case .unknown: "expiry unknown"
    }
  }

  /// The same as a sentence.
  static func sentence(_ verdict: LifetimeVerdict, asOf: Timestamp) -> String {
    if verdict.state == .noExpiry { return "No expiry: it lives until someone rotates it." }
    let phrase = phrase(verdict, asOf: asOf)
    return phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
  }
}
