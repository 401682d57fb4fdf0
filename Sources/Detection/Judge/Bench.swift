internal import Findings
internal import Rules

/// What has passed the judge, and of which more is to be decided.
struct Case: Sendable {
  let trial: Trial
  /// Where the trial's ranges are counted from.
  let offset: Int
  /// The provider's rule, by its index, that what a name told is reported under.
  let issuer: Int?
}

/// What was decided about a case.
enum Ruling: Sendable {
  case confirmed(Candidate)
  /// With where it is written that it is allowed, if that is why.
  case struck(StruckOut, allowedBy: String?)
}

/// Decides about what has passed the judge: whose it is, and whether a user allows it. Each case by itself,
/// whatever was decided about others.
struct Bench: Sendable {
  private let engine: DetectionEngine
  private let subject: Subject
  private let comments: InlineAllowance
  /// What is remembered of the text.
  var attribution: Attribution

  init(engine: DetectionEngine, subject: Subject, comments: InlineAllowance) {
    self.engine = engine
    self.subject = subject
    self.comments = comments
    attribution = Attribution(subject)
  }

  /// Confirms a case or strikes it out.
  mutating func ruling(on one: Case) -> Ruling {
    var trial = one.trial
    if let allowed = allowed(&trial, at: one.offset) { return allowed }
    // What is allowed under the rule that found it is allowed, whosever it is.
    if let (rule, reason) = attribution.issuer(
      of: trial, at: one.offset, named: one.issuer, engine)
    {
      trial.attribute(to: engine.rules[rule], because: reason)
      attribution.rank(&trial, rule: rule, engine)
      if let allowed = allowed(&trial, at: one.offset) { return allowed }
    }
    return .confirmed(candidate(trial, at: one.offset))
  }

  /// The same of what a check of a pipeline saw: it is nobody's.
  func ruling(onWeakness trial: Trial) -> Ruling {
    var trial = trial
    return allowed(&trial, at: 0) ?? .confirmed(candidate(trial, at: 0))
  }

  /// What was struck out, with its place in the text.
  func struck(
    _ trial: Trial, _ strike: Strike, _ detail: String, at offset: Int,
    allowedBy source: String? = nil
  ) -> Ruling {
    .struck(
      StruckOut(
        rule: trial.rule, range: trial.range.moved(by: offset), place: trial.place, strike: strike,
        detail: detail), allowedBy: source)
  }

  /// What the configuration and comments allow. What they allowed once is reported, and says so.
  private func allowed(_ trial: inout Trial, at offset: Int) -> Ruling? {
    let configured = engine.allowlist.permission(
      rule: trial.rule.id, origin: subject.document.origin, value: trial.value)
    switch configured {
    case .allowed(let source):
      return struck(trial, .allowlist, source, at: offset, allowedBy: source)
    case .ended(let why): trial.endedAllowance = why
    case .none: break
    }
    if engine.options.ignoresInlineAllow { return nil }
    let commented = comments.permission(
      in: subject.text.bytes, around: trial.range.moved(by: offset), ruleID: trial.rule.id,
      asOf: engine.options.asOf)
    switch commented {
    case .allowed(let mark): return struck(trial, .inlineAllow, mark, at: offset, allowedBy: mark)
    case .ended(let why): trial.endedAllowance = why
    case .none: break
    }
    return nil
  }

  private func candidate(_ trial: Trial, at offset: Int) -> Candidate {
    let range = trial.range.moved(by: offset)
    // A literal in parts is kept as it is written: so it stands in other versions, too.
    let isSplit = trial.notation?.isSplit == true
    return Candidate(
      rule: trial.rule, rank: trial.rank,
      // A name tells nothing about a value's beginning, so nothing of it may be shown.
      secret: Secret(
        isSplit ? Array(subject.text.bytes[range]) : trial.value,
        publicPrefix: trial.strength == .name ? 0 : trial.rule.publicPrefix),
      range: range, name: trial.name, place: trial.place ?? subject.place(range.lowerBound),
      evidence: Evidence(
        detector: trial.rule.detector.rawValue, name: trial.name, reasons: trial.reasons,
        facts: trial.endedAllowance.map { [Evidence.Fact("allowance", $0)] } ?? []),
      severity: trial.severity, confidence: trial.confidence)
  }
}
