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
  private var heard: Set<Range<Int>> = []
  private var heardInViews: Set<Range<Int>> = []

  private(set) var confirmed: [Candidate] = []
  private(set) var struck: [StruckOut] = []

  private let comments: InlineAllowance

  init(
    engine: DetectionEngine, subject: Subject, fileKind: FileKind, comments: InlineAllowance
  ) {
    self.comments = comments
    self.engine = engine
    self.subject = subject
    self.fileKind = fileKind
  }

  /// A pattern's match.
  mutating func hear(_ match: PatternDetector.Match) {
    var trial = Trial(
      rule: engine.rules[match.rule], value: Array(subject.text.bytes[match.secret]),
      range: match.secret, fileKind: fileKind)
    decide(&trial)
  }

  /// A value that a parser of pipelines or logs read.
  mutating func hear(_ assignment: Assignment) {
    guard assignment.range.lowerBound >= 0,
      assignment.range.upperBound <= subject.text.bytes.count
    else { return }
    structured[assignment.range.lowerBound] = assignment.kind
    guard let meaning = SecretName.meaning(of: assignment.name.utf8),
      let index = engine.assignmentRules.rule(for: meaning),
      heard.insert(assignment.range).inserted
    else { return }
    var trial = Trial(
      rule: engine.rules[index], value: assignment.value, range: assignment.range,
      name: assignment.name, meaning: meaning, notation: Notation(mark: .structure),
      kind: assignment.kind, fileKind: fileKind, place: assignment.place)
    decide(&trial)
  }

  /// A value that the text scan read.
  mutating func hear(_ assignment: ScannedAssignment) {
    guard let index = engine.assignmentRules.rule(for: assignment.meaning),
      // The name of a rule in what `leakage mask` wrote is no variable's.
      !Mask.isRedaction(before: assignment.name.lowerBound, of: subject.text.bytes),
      heard.insert(assignment.range).inserted
    else { return }
    let name = subject.text.bytes[assignment.name]
    var trial = Trial(
      rule: engine.rules[index], value: assignment.value, range: assignment.range,
      name: String(decoding: name, as: UTF8.self), meaning: assignment.meaning,
      notation: assignment.notation, kind: kind(at: assignment.range.lowerBound),
      fileKind: fileKind)
    decide(&trial)
  }

  /// A pattern's match in a decoded view, whose secret stands at `range` of the text.
  mutating func hear(
    _ match: PatternDetector.Match, in view: DecodedView, standingAt range: Range<Int>
  ) {
    var trial = Trial(
      rule: engine.rules[match.rule], value: Array(view.bytes[match.secret]), range: range,
      fileKind: .other)
    trial.note("decoded from \(view.encoding.rawValue)")
    decide(&trial)
  }

  /// A value that the text scan read in a decoded view.
  mutating func hear(
    _ assignment: ScannedAssignment, in view: DecodedView, standingAt range: Range<Int>
  ) {
    guard let index = engine.assignmentRules.rule(for: assignment.meaning),
      heardInViews.insert(range).inserted
    else { return }
    var trial = Trial(
      rule: engine.rules[index], value: assignment.value, range: range,
      name: String(decoding: view.bytes[assignment.name], as: UTF8.self),
      meaning: assignment.meaning, notation: assignment.notation, fileKind: .other)
    trial.note("decoded from \(view.encoding.rawValue)")
    decide(&trial)
  }

  /// What a parser said about the value that begins at an offset, or one byte before it, where its
  /// quote stands. Its word counts against a value only: structure never takes recall away.
  private func kind(at offset: Int) -> Assignment.Kind {
    let kind = structured[offset] ?? structured[offset - 1] ?? .literal
    return kind == .mixed ? .literal : kind
  }

  private mutating func decide(_ trial: inout Trial) {
    var verdict = Judge.examine(&trial)
    if case .pass = verdict { verdict = allowed(&trial) }
    switch verdict {
    case .pass: confirmed.append(candidate(trial))
    case .strike(let strike, let detail):
      struck.append(
        StruckOut(
          rule: trial.rule, range: trial.range, place: trial.place, strike: strike,
          detail: detail))
    }
  }

  /// What the configuration and comments allow. What they allowed once is reported, and says so.
  private func allowed(_ trial: inout Trial) -> Verdict {
    let configured = engine.allowlist.permission(
      rule: trial.rule.id, origin: subject.document.origin, value: trial.value)
    switch configured {
    case .allowed(let source): return .strike(.allowlist, source)
    case .ended(let why): trial.endedAllowance = why
    case .none: break
    }
    if engine.options.ignoresInlineAllow { return .pass }
    let commented = comments.permission(
      in: subject.text.bytes, around: trial.range, ruleID: trial.rule.id,
      asOf: engine.options.asOf)
    switch commented {
    case .allowed(let mark): return .strike(.inlineAllow, mark)
    case .ended(let why): trial.endedAllowance = why
    case .none: break
    }
    return .pass
  }

  private func candidate(_ trial: Trial) -> Candidate {
    Candidate(
      rule: trial.rule,
      // A name tells nothing about a value's beginning, so nothing of it may be shown.
      secret: Secret(
        trial.value, publicPrefix: trial.strength == .name ? 0 : trial.rule.publicPrefix),
      range: trial.range, name: trial.name,
      place: trial.place ?? subject.place(trial.range.lowerBound),
      evidence: Evidence(
        detector: trial.rule.detector.rawValue, name: trial.name, reasons: trial.reasons,
        facts: trial.endedAllowance.map { [Evidence.Fact("allowance", $0)] } ?? []),
      severity: trial.severity, confidence: trial.confidence)
  }
}
