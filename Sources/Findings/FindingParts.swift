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
    var age: Age?
    var rotation: Rotation?
    var fingerprint: String = ""
    var secretFingerprint: String?
    var valueGroup: Int?
    var baseline: BaselineState?
    var breaches: [Breach] = []
  }

  /// Holds the parts for all copies of one finding.
  ///
  /// `@unchecked Sendable`: only its one owner writes to it, as `Finding.own()` sees to.
  final class Shared: @unchecked Sendable {
    var parts: Parts

    init(_ parts: Parts) { self.parts = parts }
  }
}
