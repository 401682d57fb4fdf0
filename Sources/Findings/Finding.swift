/// A confirmed secret at one place, or an environment dump with its members: SARIF's result.
public struct Finding: Sendable {
  /// The rule.
  public var rule: RuleDescriptor
  /// How bad it is, after lifetime and place were taken into account.
  public var severity: Severity
  /// How sure it is, after checksums and context were taken into account.
  public var confidence: Confidence
  /// The value; redacted in every report.
  public var secret: Secret
  /// Where it stands.
  public var location: Location
  /// The same value at the same place seen again, such as in other blobs or paths of the history.
  public var alsoAt: [Location]
  /// The findings inside an environment dump, in order; empty for any other finding.
  public var members: [Finding]
  /// Why it fired.
  public var evidence: Evidence
  /// Whether it is still alive; `nil` until computed.
  public var lifetime: LifetimeVerdict?
  /// How long it has been exposed; `nil` if not computed.
  public var age: Age?
  /// When it was last rotated; `nil` if not computed or not a named value of a pipeline.
  public var rotation: Rotation?
  /// The fingerprint of the place (rule, path, key path or name, ordinal): 32 hexadecimal digits.
  public var fingerprint: String
  /// A keyed fingerprint of the value, with a private key only: 32 hexadecimal digits.
  public var secretFingerprint: String?
  /// A number that equal values of one report share: correlation without a fingerprint.
  public var valueGroup: Int?

  /// Whether a baseline knows it; `nil` without a baseline.
  public var baseline: BaselineState?
  /// The rules of the gate that it breaks.
  public var breaches: [Breach] = []

  /// A finding with nothing computed yet.
  public init(
    rule: RuleDescriptor, severity: Severity, confidence: Confidence, secret: Secret,
    location: Location, alsoAt: [Location] = [], members: [Finding] = [], evidence: Evidence
  ) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.secret = secret
    self.location = location
    self.alsoAt = alsoAt
    self.members = members
    self.evidence = evidence
    self.fingerprint = ""
  }

  /// Whether there is a secret at all. A check of a pipeline finds how secrets live and leak; its
  /// ``secret`` is the text that was flagged.
  public var isSecret: Bool { evidence.detector != Evidence.workflowDetector }

  /// The short id that a person types: the first eight digits of the fingerprint.
  public var id: String { String(fingerprint.prefix(8)) }
}

extension Finding {
  /// Whether it was printed by a run, rather than written by someone.
  public var isInLog: Bool {
    let place = location.place
    return !members.isEmpty || age?.basis == .logLine || place.time != nil
      || (place.keyPath == nil && (place.job != nil || place.step != nil))
      || (location.origin.members.last ?? location.origin.path).hasSuffix(".log")
  }
}
