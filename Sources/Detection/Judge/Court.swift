internal import Findings
internal import Logs
internal import Rules

/// Brings the proposals of one subject before the judge and keeps what came of them.
struct Court {
  private let engine: DetectionEngine
  private let subject: Subject
  private let fileKind: FileKind
  /// Values that a parser read, by their beginnings: its word holds for the text scan too.
  private var structured: [Int: Assignment.Kind] = [:]
  /// Values that have been heard of, by their names and by rules' patterns.
  private var heard: Set<Range<Int>> = []
  private var heardInViews: Set<Range<Int>> = []
  private var heardNamed: Set<Range<Int>> = []
  private var matched: Set<Match> = []
  private var limited: Set<Int> = []

  private(set) var confirmed: [Candidate] = []
  /// What checks of pipelines saw; they stand beside secrets in the same place.
  private(set) var weaknesses: [Candidate] = []
  /// What was struck out, if it is kept.
  private(set) var struck: [StruckOut] = []
  private(set) var strikes: [Strike: Int] = [:]
  /// What was allowed: counted in every report, so kept in any case.
  private(set) var hidden: [Hidden] = []
  /// The first place of each rule where the matcher reached a limit.
  private(set) var limits: [MatchLimit] = []

  private struct Match: Hashable {
    let rule: Int
    let secret: Range<Int>
  }

  private let comments: InlineAllowance
  private let keepsStruck: Bool
  private var attribution: Attribution

  init(
    engine: DetectionEngine, subject: Subject, fileKind: FileKind, comments: InlineAllowance,
    keepsStruck: Bool
  ) {
    self.comments = comments
    self.keepsStruck = keepsStruck
    self.engine = engine
    self.subject = subject
    self.fileKind = fileKind
    attribution = Attribution(subject)
  }

  /// The matches of a pattern around a keyword. The same secret of the same rule counts once,
  /// however many keywords led to it.
  mutating func hear(_ proposed: ProposedMatches, at keyword: Int) {
    if proposed.isLimited { note(limitOf: proposed.rule, at: keyword) }
    for judged in proposed.secrets {
      let match = Match(rule: proposed.rule, secret: judged.range.moved(by: keyword))
      if matched.insert(match).inserted { decide(judged.trial, judged.verdict, at: keyword) }
    }
  }

  /// A value beside a provider's word.
  mutating func hear(_ match: ProviderMatch) {
    guard heardNamed.insert(match.range).inserted else { return }
    var trial = Trial(
      rule: engine.rules[match.rule], value: Array(subject.text.bytes[match.range]),
      range: match.range,
      name: String(decoding: subject.text.bytes[match.name], as: UTF8.self),
      kind: kind(at: match.range.lowerBound), fileKind: fileKind)
    switch match.bond {
    case .assigned:
      trial.note("the name beside the value is the provider's")
      attribution.rank(&trial, rule: match.rule, engine)
    case .mentioned: trial.doubt("the provider's name and a word for a secret stand before it")
    case .beside:
      trial.doubt("the provider's name stands before it")
      trial.doubt("no word for a secret stands beside it")
    }
    let judged = Judged(trial)
    decide(judged.trial, judged.verdict, at: 0)
  }

  /// A value that a parser of pipelines or logs read.
  mutating func hear(_ assignment: Assignment, _ shapes: inout ProviderShapes) {
    guard assignment.range.lowerBound >= 0,
      assignment.range.upperBound <= subject.text.bytes.count
    else { return }
    structured[assignment.range.lowerBound] = assignment.kind
    let name = Array(assignment.name.utf8)
    let owner = engine.providers.rule(in: name, 0..<name.count) { entry, word in
      ProviderScanner.isSecretName(name[...], around: word)
        ? shapes.rule(entry, fitting: assignment.value, engine) : nil
    }
    if let rule = owner.rule {
      var trial = Trial(
        rule: engine.rules[rule], value: assignment.value, range: assignment.range,
        name: assignment.name, kind: assignment.kind, fileKind: fileKind, place: assignment.place)
      if owner.isNamed {
        attribution.rank(&trial, rule: rule, engine)
      } else {
        trial.doubt("the name begins with an abbreviation of the provider's")
      }
      let judged = Judged(trial)
      decide(judged.trial, judged.verdict, at: 0)
    }
    let told = SecretName.meaning(of: name)
    guard
      let meaning = told ?? (assignment.isHeldAsSecret ? HeldName.meaning(of: name) : nil),
      let index = engine.rule(for: meaning),
      heard.insert(assignment.range).inserted
    else { return }
    var trial = Trial(
      rule: engine.rules[index], value: assignment.value, range: assignment.range,
      name: assignment.name, meaning: meaning, notation: Notation(mark: .structure),
      kind: assignment.kind, fileKind: fileKind, place: assignment.place)
    if told == nil { trial.note("it stands where secrets are kept") }
    let judged = Judged(trial)
    decide(
      judged.trial, judged.verdict, at: 0, issuer: engine.providers.issuer(in: name, 0..<name.count)
    )
  }

  /// A value that the text scan read around a keyword.
  mutating func hear(_ proposed: ProposedAssignment, at keyword: Int) {
    let assignment = proposed.assignment.moved(by: keyword)
    if let match = proposed.provider { hear(match.moved(by: keyword)) }
    if assignment.meaning == .bare { return hear(bare: assignment) }
    guard let judged = proposed.judged,
      // The name of a rule in what `leakage mask` wrote is no variable's.
      !Mask.isRedaction(
        before: assignment.name.lowerBound, of: subject.text.bytes),
      heard.insert(judged.range.moved(by: keyword)).inserted
    else { return }
    let kind = kind(at: judged.range.lowerBound + keyword)
    let issuer = proposed.issuer
    if kind == .literal {
      decide(judged.trial, judged.verdict, at: keyword, issuer: issuer)
    } else {
      let anew = Judged(
        Trial(
          rule: judged.trial.rule, proposed.assignment, name: proposed.name, kind: kind,
          fileKind: fileKind))
      decide(anew.trial, anew.verdict, at: keyword, issuer: issuer)
    }
  }

  /// A value whose name says `key` and nothing else.
  private mutating func hear(bare assignment: ScannedAssignment) {
    let name = String(decoding: subject.text.bytes[assignment.name], as: UTF8.self)
    let kind = kind(at: assignment.range.lowerBound)
    var trial: Trial
    if let (rule, reason) = attribution.issuer(of: assignment, engine) {
      trial = Trial(
        rule: engine.rules[rule], value: assignment.value, range: assignment.range, name: name,
        kind: kind, fileKind: fileKind)
      trial.doubt(reason)
    } else if let rule = attribution.family(of: assignment, engine) {
      trial = Trial(
        rule: engine.rules[rule], value: assignment.value, range: assignment.range, name: name,
        meaning: .apiKey, notation: assignment.notation, kind: kind, fileKind: fileKind)
      trial.note("the block around it says what the key is for")
    } else {
      return
    }
    guard heardNamed.insert(assignment.range).inserted else { return }
    let judged = Judged(trial)
    decide(judged.trial, judged.verdict, at: 0)
  }

  /// What a decoded view holds, whose place is counted from `offset`.
  mutating func hear(_ proposal: ViewProposals.Proposal, at offset: Int) {
    switch proposal {
    case .match(let match, let value, let encoding, let range):
      var trial = Trial(
        rule: match.trial.rule, value: value, range: range.moved(by: offset), fileKind: .other)
      trial.note("decoded from \(encoding.rawValue)")
      let judged = Judged(trial)
      decide(judged.trial, judged.verdict, at: 0)
    case .assignment(let proposed, let encoding, let place):
      let range = place.moved(by: offset)
      guard let rule = proposed.judged?.trial.rule, heardInViews.insert(range).inserted else {
        return
      }
      var trial = Trial(
        rule: rule, value: proposed.assignment.value, range: range, name: proposed.name,
        meaning: proposed.assignment.meaning, notation: proposed.assignment.notation,
        fileKind: .other)
      trial.note("decoded from \(encoding.rawValue)")
      let judged = Judged(trial)
      decide(judged.trial, judged.verdict, at: 0, issuer: proposed.issuer)
    case .limit(let rule, let place): note(limitOf: rule, at: place + offset)
    }
  }

  /// Something that a rule would have looked at, but for a limit. The first place of each rule is told.
  mutating func note(limitOf rule: Int, at offset: Int) {
    guard limited.insert(rule).inserted else { return }
    limits.append(MatchLimit(ruleID: engine.rules[rule].id, offset: offset))
  }

  /// What a check of a pipeline saw. There is no value to judge; a user may allow it.
  mutating func hear(_ weakness: Weakness) {
    guard let rule = engine.workflowRule(weakness.ruleID),
      weakness.range.lowerBound >= 0, weakness.range.upperBound <= subject.text.bytes.count
    else { return }
    var trial = Trial(
      rule: rule, value: Array(subject.text.bytes[weakness.range]), range: weakness.range,
      fileKind: fileKind)
    for reason in weakness.reasons { trial.note(reason) }
    switch allowed(&trial, at: 0) {
    case .pass: weaknesses.append(candidate(trial, at: 0))
    case .strike(let strike, let detail): strikeOut(trial, strike, detail, at: 0)
    }
  }

  /// What a parser said about the value that begins at an offset, or one byte before it, where its
  /// quote stands. Its word counts against a value only: structure never takes recall away.
  private func kind(at offset: Int) -> Assignment.Kind {
    let kind = structured[offset] ?? structured[offset - 1] ?? .literal
    return kind == .mixed ? .literal : kind
  }

  /// Confirms or strikes out what the judge has examined; ranges are counted from `offset`.
  ///
  /// - Parameter issuer: the provider's rule, by its index, that what a name told is reported under.
  private mutating func decide(
    _ trial: Trial, _ verdict: Verdict, at offset: Int, issuer: Int? = nil
  ) {
    var (trial, verdict) = (trial, verdict)
    if case .pass = verdict { verdict = allowed(&trial, at: offset) }
    // What is allowed under the rule that found it is allowed, whosever it is.
    if case .pass = verdict,
      let (rule, reason) = attribution.issuer(of: trial, at: offset, named: issuer, engine)
    {
      trial.attribute(to: engine.rules[rule], because: reason)
      attribution.rank(&trial, rule: rule, engine)
      verdict = allowed(&trial, at: offset)
    }
    switch verdict {
    case .pass: confirmed.append(candidate(trial, at: offset))
    case .strike(let strike, let detail): strikeOut(trial, strike, detail, at: offset)
    }
  }

  private mutating func strikeOut(
    _ trial: Trial, _ strike: Strike, _ detail: String, at offset: Int
  ) {
    strikes[strike, default: 0] += 1
    guard keepsStruck else { return }
    struck.append(
      StruckOut(
        rule: trial.rule, range: trial.range.moved(by: offset), place: trial.place, strike: strike,
        detail: detail))
  }

  /// What the configuration and comments allow. What they allowed once is reported, and says so.
  private mutating func allowed(_ trial: inout Trial, at offset: Int) -> Verdict {
    let configured = engine.allowlist.permission(
      rule: trial.rule.id, origin: subject.document.origin, value: trial.value)
    let range = trial.range.moved(by: offset)
    switch configured {
    case .allowed(let source):
      hidden.append(Hidden(strike: .allowlist, source: source, range: range))
      return .strike(.allowlist, source)
    case .ended(let why): trial.endedAllowance = why
    case .none: break
    }
    if engine.options.ignoresInlineAllow { return .pass }
    let commented = comments.permission(
      in: subject.text.bytes, around: range, ruleID: trial.rule.id, asOf: engine.options.asOf)
    switch commented {
    case .allowed(let mark):
      hidden.append(Hidden(strike: .inlineAllow, source: mark, range: range))
      return .strike(.inlineAllow, mark)
    case .ended(let why): trial.endedAllowance = why
    case .none: break
    }
    return .pass
  }

  private func candidate(_ trial: Trial, at offset: Int) -> Candidate {
    let range = trial.range.moved(by: offset)
    return Candidate(
      rule: trial.rule, rank: trial.rank,
      // A name tells nothing about a value's beginning, so nothing of it may be shown.
      secret: Secret(
        trial.value, publicPrefix: trial.strength == .name ? 0 : trial.rule.publicPrefix),
      range: range, name: trial.name, place: trial.place ?? subject.place(range.lowerBound),
      evidence: Evidence(
        detector: trial.rule.detector.rawValue, name: trial.name, reasons: trial.reasons,
        facts: trial.endedAllowance.map { [Evidence.Fact("allowance", $0)] } ?? []),
      severity: trial.severity, confidence: trial.confidence)
  }
}
