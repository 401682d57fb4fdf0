/// Why a finding fired, in words that hold no secret.
public struct Evidence: Sendable, Hashable {
  /// The detector of checks that look at what a pipeline does with secrets.
  public static let workflowDetector = "workflow"

  /// The detector that proposed it, such as `pattern` or `assignment`.
  public var detector: String
  /// The name beside the value, such as `DB_PASSWORD`.
  public var name: String?
  /// What was seen, one sentence each: "the checksum of the last six characters is right".
  public var reasons: [String]
  /// What the value itself tells, such as `account: 123456789012`. Never the secret.
  public var facts: [Fact]

  /// What something beside the value, such as a certificate, tells of how long it is good for.
  public var validity: Validity?

  /// How long something is good for, and who says so.
  public struct Validity: Sendable, Hashable {
    /// Who says so, as the subject of a sentence.
    public let witness: String
    /// Since when.
    public let notBefore: Timestamp?
    /// Until when; `nil` for ever.
    public let expires: Timestamp?

    /// A validity.
    public init(witness: String, notBefore: Timestamp?, expires: Timestamp?) {
      self.witness = witness
      self.notBefore = notBefore
      self.expires = expires
    }
  }

  /// Something that a value tells about itself.
  public struct Fact: Sendable, Hashable {
    /// What is told, such as `account`.
    public let name: String
    /// The told value.
    public let value: String

    /// A fact.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Evidence.
  public init(
    detector: String, name: String? = nil, reasons: [String] = [], facts: [Fact] = []
  ) {
    self.detector = detector
    self.name = name
    self.reasons = reasons
    self.facts = facts
  }
}

/// Why a candidate was struck out.
public enum Strike: String, Sendable, Hashable, CaseIterable {
  /// The value is made to be replaced: `changeme`, `<token>`, `xxxx`, an example of the provider's.
  case placeholder
  /// The value is a lookup: `$VAR`, `${{ secrets.X }}`, `getenv(…)`.
  case reference
  /// The value is a mask of a CI system: `***`, `[MASKED]`.
  case mask
  /// The value is a ciphertext.
  case encrypted
  /// The checksum inside the value is wrong, and its algorithm is certain.
  case checksum
  /// The value is too regular to be random.
  case entropy
  /// The value is an identifier, a word, a path, a number or a version: no secret by its shape.
  case notASecret = "not-a-secret"
  /// The value is public by design, such as a publishable key.
  case publicByDesign = "public-by-design"
  /// A configuration allows it.
  case allowlist
  /// A comment on the line allows it.
  case inlineAllow = "inline-allow"

  /// One sentence on what the strike means.
  public var meaning: String {
    switch self {
    case .placeholder: "a placeholder or a documented example"
    case .reference: "a reference to a value kept elsewhere"
    case .mask: "a mask put there by the CI system"
    case .encrypted: "encrypted"
    case .checksum: "its checksum is wrong"
    case .entropy: "too regular to be random"
    case .notASecret: "shaped like a word, a path, a number or an identifier"
    case .publicByDesign: "public by design"
    case .allowlist: "allowed by the configuration"
    case .inlineAllow: "allowed by a comment on its line"
    }
  }
}
