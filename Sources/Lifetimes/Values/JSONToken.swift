internal import Findings
internal import FoundationEssentials

/// Tokens that are base64 of a JSON object: Grafana's Cloud tokens and older API keys, 1Password's
/// service accounts, Sentry's organization tokens.
enum JSONToken {
  static func facts(of token: [UInt8]) -> [Evidence.Fact] {
    // Most values are given up by their first byte.
    guard let first = token.first, forms.contains(where: { $0.first == first }) else { return [] }
    for form in forms where token.starts(with: form.prefix.utf8) {
      let encoded = token.dropFirst(form.skipped).prefix { $0 != UInt8(ascii: "_") }
      guard let json = Base64.decode(encoded),
        let members = try? JSONDecoder().decode([String: Member].self, from: Data(json))
      else { return [] }
      return form.names.compactMap { key, name in
        guard let text = members[key]?.text, isPlain(text) else { return nil }
        return Evidence.Fact(name, text)
      }
    }
    return []
  }

  private struct Form {
    /// How tokens of the form begin.
    let prefix: String
    /// The first byte of it.
    let first: UInt8
    /// How many bytes stand before the base64.
    let skipped: Int
    /// The members that tell whose it is, and what they are called in a finding.
    let names: [(key: String, name: String)]

    init(prefix: String, skipped: Int, names: [(key: String, name: String)]) {
      self.prefix = prefix
      first = prefix.utf8.first ?? 0
      self.skipped = skipped
      self.names = names
    }
  }

  private static let forms = [
    Form(prefix: "glc_eyJ", skipped: 4, names: [("o", "organization"), ("n", "token name")]),
    Form(prefix: "eyJrIjoi", skipped: 0, names: [("id", "organization"), ("n", "token name")]),
    Form(prefix: "ops_eyJ", skipped: 4, names: [("signInAddress", "account"), ("email", "user")]),
    Form(prefix: "sntrys_eyJ", skipped: 7, names: [("org", "organization"), ("url", "host")]),
  ]

  /// A string or a number; anything else is of no interest.
  private enum Member: Decodable {
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Int64.self) {
        self = .text(String(number))
      } else {
        self = .other
      }
    }

    var text: String? {
      if case .text(let text) = self { text } else { nil }
    }
  }

  /// Whether a text may stand in a report: short, and of the characters that names have.
  private static func isPlain(_ text: String) -> Bool {
    (1...80).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) || $0 == 0x20 }
  }
}
