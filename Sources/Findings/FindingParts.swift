extension Finding {
  /// What a finding consists of; ``Finding`` says what each part means.
  struct Parts: Sendable {
    var rule: RuleDescriptor
    var severity: Severity
    var confidence: Confidence
    var secret: Secret
    var location: Location
    var alsoAt: [Location]
    var members: [Finding]
    var evidence: Evidence
    var lifetime: LifetimeVerdict?
    /// What a history tells, if one was asked: one element at most, for it is the largest part, and
    /// without a history eighty thousand findings have none.
    private(set) var past: [Past] = []
    var fingerprint: String = ""
    var secretFingerprint: String?
    var valueGroup: Int?
    var baseline: BaselineState?
    var breaches: [Breach] = []

    /// Takes what a history tells.
    mutating func tell(age: Age?, rotation: Rotation?) {
      past = age == nil && rotation == nil ? [] : [Past(age: age, rotation: rotation)]
    }
  }

  /// How long a value has been there, and when it was last another one.
  struct Past: Sendable {
    let age: Age?
    let rotation: Rotation?
  }
}
