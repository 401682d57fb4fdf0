/// How bad a finding is: SARIF's levels.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing: a credential that is proved dead, a public key, a hygiene hint.
  case note
  /// Should be dealt with: probably a secret, or a secret with a short life.
  case warning
  /// Must be dealt with now: a secret that lives until someone rotates it.
  case error

  /// The name, as SARIF and the command line spell it.
  public var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The severity of a name.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// A note is less than a warning, a warning less than an error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// How sure we are that a finding is a secret.
public enum Confidence: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// The name or the shape alone suggests a secret.
  case low
  /// Name and shape agree, or the shape is rare.
  case medium
  /// The shape belongs to one kind of secret, or a checksum agrees.
  case high

  /// The name, as the command line spells it.
  public var name: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }

  /// The confidence of a name.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// Low is less than medium, medium less than high.
  public static func < (left: Confidence, right: Confidence) -> Bool {
    left.rawValue < right.rawValue
  }
}
