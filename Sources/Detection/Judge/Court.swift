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
  /// What was struck out of them: another name may still make a secret of the value.
  private var struckNames: [Range<Int>: NameMeaning] = [:]
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

  private let keepsStruck: Bool
  private let sharing: any Sharing
  private var bench: Bench
  private var cases: [Case] = []

  /// - Parameter sharing: who decides many cases.
  init(
    engine: DetectionEngine, subject: Subject, fileKind: FileKind, comments: InlineAllowance,
    keepsStruck: Bool, sharing: any Sharing = InTurn()
  ) {
    self.keepsStruck = keepsStruck
    self.sharing = sharing
    self.engine = engine
    self.subject = subject
    self.fileKind = fileKind
    bench = Bench(engine: engine, subject: subject, comments: comments)
  }

  /// The matches of a pattern around a keyword. The same secret of the same rule counts once,
  /// however many keywords led to it.
  mutating func hear(_ proposed: ProposedMatches, at keyword: Int) {
    if proposed.isLimited { note(limitOf: proposed.rule, at: keyword) }
    // The next segment does not know the head of these rows.
    let owned = subject.document.owned.upperBound
    if owned < subject.document.bytes.count, keyword < owned,
      engine.rules[proposed.rule].rows != nil,
      proposed.secrets.contains(where: { $0.range.upperBound + keyword >= owned })
    {
      note(limitOf: proposed.rule, at: keyword)
    }
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
      bench.attribution.rank(&trial, rule: match.rule, engine)
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
        bench.attribution.rank(&trial, rule: rule, engine)
      } else {
        trial.doubt("the name begins with an abbreviation of the provider's")
      }
      let judged = Judged(trial)
      decide(judged.trial, judged.verdict, at: 0)
    }
    let told = SecretName.meaning(of: name)
    guard
      let meaning = told ?? (assignment.isHeldAsSecret ? HeldName.meaning(of: name) : nil),
      let index = engine.rule(for: meaning, named: assignment.name),
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
      isNew(judged, at: keyword)
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

  /// Whether a value under a name has not been heard of. What was struck out under one name, such as
  /// the `auth` of a block around it, may be a secret under another.
  private mutating func isNew(_ judged: Judged, at keyword: Int) -> Bool {
    let range = judged.range.moved(by: keyword)
    guard !heard.contains(range) else { return false }
    if case .strike = judged.verdict {
      guard struckNames[range] != judged.trial.meaning else { return false }
      struckNames[range] = judged.trial.meaning
    } else {
      heard.insert(range)
    }
    return true
  }

  /// A value whose name says `key` and nothing else.
  private mutating func hear(bare assignment: ScannedAssignment) {
    let name = String(decoding: subject.text.bytes[assignment.name], as: UTF8.self)
    let kind = kind(at: assignment.range.lowerBound)
    var trial: Trial
    if let (rule, reason) = bench.attribution.issuer(of: assignment, engine) {
      trial = Trial(
        rule: engine.rules[rule], value: assignment.value, range: assignment.range, name: name,
        kind: kind, fileKind: fileKind)
      trial.doubt(reason)
    } else if let rule = bench.attribution.family(of: assignment, engine) {
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
      // Its range is that of the encoded text.
      var notation = proposed.assignment.notation
      notation.isSplit = false
      var trial = Trial(
        rule: rule, value: proposed.assignment.value, range: range, name: proposed.name,
        meaning: proposed.assignment.meaning, notation: notation, fileKind: .other)
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
    let ruling = bench.ruling(onWeakness: trial)
    if case .confirmed(let weakness) = ruling { weaknesses.append(weakness) } else { keep(ruling) }
  }

  /// What a parser said about the value that begins at an offset, or one byte before it, where its
  /// quote stands. Its word counts against a value only: structure never takes recall away.
  private func kind(at offset: Int) -> Assignment.Kind {
    let kind = structured[offset] ?? structured[offset - 1] ?? .literal
    return kind == .mixed ? .literal : kind
  }

  /// Takes a case that the judge has examined; ranges are counted from `offset`.
  ///
  /// - Parameter issuer: the provider's rule, by its index, that what a name told is reported under.
  private mutating func decide(
    _ trial: Trial, _ verdict: Verdict, at offset: Int, issuer: Int? = nil
  ) {
    switch verdict {
    case .strike(let strike, let detail): keep(bench.struck(trial, strike, detail, at: offset))
    case .pass:
      cases.append(Case(trial: trial, offset: offset, issuer: issuer))
      if cases.count == Self.mostCases { settle() }
    }
  }

  /// How many cases are waiting at most, and how many of them one thread decides in a row.
  private static let mostCases = 16 << 10
  private static let share = 2 << 10

  /// Decides the cases that are waiting. What is decided of one is not a matter of the others; those
  /// that are confirmed stay in their order.
  mutating func settle() {
    let cases = cases
    self.cases = []
    if cases.count <= Self.share {
      for one in cases { keep(bench.ruling(on: one)) }
      return
    }
    let bench = bench
    let shares = sharing.map((cases.count - 1) / Self.share + 1) { number in
      var bench = bench
      let start = number * Self.share
      return cases[start..<min(start + Self.share, cases.count)].map { bench.ruling(on: $0) }
    }
    for ruling in shares.joined() { keep(ruling) }
  }

  private mutating func keep(_ ruling: Ruling) {
    switch ruling {
    case .confirmed(let candidate): confirmed.append(candidate)
    case .struck(let out, let source):
      strikes[out.strike, default: 0] += 1
      if keepsStruck { struck.append(out) }
      if let source {
        hidden.append(Hidden(strike: out.strike, source: source, range: out.range))
      }
    }
  }
}
