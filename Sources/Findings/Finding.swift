/// A confirmed secret at one place, or an environment dump with its members: SARIF's result.
///
/// A value whose parts stand behind one reference, copied when one of several owners changes it: the
/// stages of a scan hand findings on, group and sort them, and each copy of some twenty parts would
/// count as many references.
public struct Finding: Sendable {
  /// One element: an array shares it, and asks for nothing when a part is read.
  private var parts: [Parts]

  /// The rule.
  public var rule: RuleDescriptor {
    _read { yield parts[0].rule }
    _modify { yield &parts[0].rule }
  }
  /// How bad it is, after lifetime and place were taken into account.
  public var severity: Severity {
    _read { yield parts[0].severity }
    _modify { yield &parts[0].severity }
  }
  /// How sure it is, after checksums and context were taken into account.
  public var confidence: Confidence {
    _read { yield parts[0].confidence }
    _modify { yield &parts[0].confidence }
  }
  /// The value; redacted in every report.
  public var secret: Secret {
    _read { yield parts[0].secret }
    _modify { yield &parts[0].secret }
  }
  /// Where it stands.
  public var location: Location {
    _read { yield parts[0].location }
    _modify { yield &parts[0].location }
  }
  /// The same value at the same place seen again, such as in other blobs or paths of the history.
  public var alsoAt: [Location] {
    _read { yield parts[0].alsoAt }
    _modify { yield &parts[0].alsoAt }
  }
  /// The findings inside an environment dump, in order; empty for any other finding.
  public var members: [Finding] {
    _read { yield parts[0].members }
    _modify { yield &parts[0].members }
  }
  /// Why it fired.
  public var evidence: Evidence {
    _read { yield parts[0].evidence }
    _modify { yield &parts[0].evidence }
  }
  /// Whether it is still alive; `nil` until computed.
  public var lifetime: LifetimeVerdict? {
    _read { yield parts[0].lifetime }
    _modify { yield &parts[0].lifetime }
  }
  /// How long it has been exposed; `nil` if not computed.
  public var age: Age? {
    get { parts[0].past.first?.age }
    set { parts[0].tell(age: newValue, rotation: rotation) }
  }
  /// When it was last rotated; `nil` if not computed or not a named value of a pipeline.
  public var rotation: Rotation? {
    get { parts[0].past.first?.rotation }
    set { parts[0].tell(age: age, rotation: newValue) }
  }
  /// The fingerprint of the place (rule, path, key path or name, ordinal): 32 hexadecimal digits.
  public var fingerprint: String {
    _read { yield parts[0].fingerprint }
    _modify { yield &parts[0].fingerprint }
  }
  /// A keyed fingerprint of the value, with a private key only: 32 hexadecimal digits.
  public var secretFingerprint: String? {
    _read { yield parts[0].secretFingerprint }
    _modify { yield &parts[0].secretFingerprint }
  }
  /// A number that equal values of one report share: correlation without a fingerprint.
  public var valueGroup: Int? {
    _read { yield parts[0].valueGroup }
    _modify { yield &parts[0].valueGroup }
  }
  /// Whether a baseline knows it; `nil` without a baseline.
  public var baseline: BaselineState? {
    _read { yield parts[0].baseline }
    _modify { yield &parts[0].baseline }
  }
  /// The rules of the gate that it breaks.
  public var breaches: [Breach] {
    _read { yield parts[0].breaches }
    _modify { yield &parts[0].breaches }
  }

  /// A finding with nothing computed yet.
  public init(
    rule: RuleDescriptor, severity: Severity, confidence: Confidence, secret: Secret,
    location: Location, alsoAt: [Location] = [], members: [Finding] = [], evidence: Evidence
  ) {
    parts = [
      Parts(
        rule: rule, severity: severity, confidence: confidence, secret: secret, location: location,
        alsoAt: alsoAt, members: members, evidence: evidence)
    ]
  }

  /// Whether there is a secret at all. A check of a pipeline finds how secrets live and leak; its
  /// ``secret`` is the text that was flagged.
  public var isSecret: Bool { evidence.detector != Evidence.workflowDetector }

  /// The short id that a person types: the first eight digits of the fingerprint.
  public var id: String { String(Substring(fingerprint.utf8.prefix(8))) }
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
