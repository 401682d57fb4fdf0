/// A confirmed secret at one place, or an environment dump with its members: SARIF's result.
///
/// A value whose parts stand behind one reference, copied when one of several owners changes it: the
/// stages of a scan hand findings on, group and sort them, and each copy of some twenty parts would
/// count as many references.
public struct Finding: Sendable {
  private var shared: Shared

  /// The rule.
  public var rule: RuleDescriptor {
    _read { yield shared.parts.rule }
    _modify {
      own()
      yield &shared.parts.rule
    }
  }
  /// How bad it is, after lifetime and place were taken into account.
  public var severity: Severity {
    _read { yield shared.parts.severity }
    _modify {
      own()
      yield &shared.parts.severity
    }
  }
  /// How sure it is, after checksums and context were taken into account.
  public var confidence: Confidence {
    _read { yield shared.parts.confidence }
    _modify {
      own()
      yield &shared.parts.confidence
    }
  }
  /// The value; redacted in every report.
  public var secret: Secret {
    _read { yield shared.parts.secret }
    _modify {
      own()
      yield &shared.parts.secret
    }
  }
  /// Where it stands.
  public var location: Location {
    _read { yield shared.parts.location }
    _modify {
      own()
      yield &shared.parts.location
    }
  }
  /// The same value at the same place seen again, such as in other blobs or paths of the history.
  public var alsoAt: [Location] {
    _read { yield shared.parts.alsoAt }
    _modify {
      own()
      yield &shared.parts.alsoAt
    }
  }
  /// The findings inside an environment dump, in order; empty for any other finding.
  public var members: [Finding] {
    _read { yield shared.parts.members }
    _modify {
      own()
      yield &shared.parts.members
    }
  }
  /// Why it fired.
  public var evidence: Evidence {
    _read { yield shared.parts.evidence }
    _modify {
      own()
      yield &shared.parts.evidence
    }
  }
  /// Whether it is still alive; `nil` until computed.
  public var lifetime: LifetimeVerdict? {
    _read { yield shared.parts.lifetime }
    _modify {
      own()
      yield &shared.parts.lifetime
    }
  }
  /// How long it has been exposed; `nil` if not computed.
  public var age: Age? {
    _read { yield shared.parts.age }
    _modify {
      own()
      yield &shared.parts.age
    }
  }
  /// When it was last rotated; `nil` if not computed or not a named value of a pipeline.
  public var rotation: Rotation? {
    _read { yield shared.parts.rotation }
    _modify {
      own()
      yield &shared.parts.rotation
    }
  }
  /// The fingerprint of the place (rule, path, key path or name, ordinal): 32 hexadecimal digits.
  public var fingerprint: String {
    _read { yield shared.parts.fingerprint }
    _modify {
      own()
      yield &shared.parts.fingerprint
    }
  }
  /// A keyed fingerprint of the value, with a private key only: 32 hexadecimal digits.
  public var secretFingerprint: String? {
    _read { yield shared.parts.secretFingerprint }
    _modify {
      own()
      yield &shared.parts.secretFingerprint
    }
  }
  /// A number that equal values of one report share: correlation without a fingerprint.
  public var valueGroup: Int? {
    _read { yield shared.parts.valueGroup }
    _modify {
      own()
      yield &shared.parts.valueGroup
    }
  }
  /// Whether a baseline knows it; `nil` without a baseline.
  public var baseline: BaselineState? {
    _read { yield shared.parts.baseline }
    _modify {
      own()
      yield &shared.parts.baseline
    }
  }
  /// The rules of the gate that it breaks.
  public var breaches: [Breach] {
    _read { yield shared.parts.breaches }
    _modify {
      own()
      yield &shared.parts.breaches
    }
  }

  /// A finding with nothing computed yet.
  public init(
    rule: RuleDescriptor, severity: Severity, confidence: Confidence, secret: Secret,
    location: Location, alsoAt: [Location] = [], members: [Finding] = [], evidence: Evidence
  ) {
    shared = Shared(
      Parts(
        rule: rule, severity: severity, confidence: confidence, secret: secret, location: location,
        alsoAt: alsoAt, members: members, evidence: evidence))
  }

  private mutating func own() {
    if !isKnownUniquelyReferenced(&shared) { shared = Shared(shared.parts) }
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
