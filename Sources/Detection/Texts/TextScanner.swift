internal import Findings
internal import Patterns
internal import Rules

/// Proposes: finds the keywords of a text in one pass, and what stands around each of them.
///
/// What a keyword leads to is a matter of its window, never of what was found before it, but for the
/// keywords of one rule that stand beside matches: of those only so many are tried as their windows
/// need to cover the text.
struct TextScanner: ~Copyable {
  let engine: DetectionEngine
  private var matcher: Matcher
  private var hits: [KeywordHit] = []
  private var secrets: [Range<Int>] = []
  /// The room for the keywords near a change.
  private var near: [KeywordHit] = []
  private var chain = ContextChain()
  private var shapes = ProviderShapes()
  private var memo = JudgeMemo()

  /// How many bytes are looked at to tell text from a program: as many as git takes.
  private static let sampleLength = 8_000
  /// How much of a text is searched for keywords at once.
  static let pieceLength = 64 << 10

  init(_ engine: DetectionEngine, limits: MatchLimits = .standard) {
    self.engine = engine
    matcher = Matcher(limits: limits)
  }

  /// What stands in a text.
  ///
  /// - Parameters:
  ///   - isBase: whether changed versions of the text may follow: then windows are kept.
  ///   - isBinary: whether names and values are left out; `nil` to look.
  ///   - isWhole: whether parts of the text may follow: then its keywords are kept.
  mutating func scan(
    _ bytes: [UInt8], as kind: FileKind, isBase: Bool, isBinary: Bool? = nil, isWhole: Bool = false
  ) -> TextRecords {
    var found = TextRecords(fileKind: kind, isBinary: isBinary ?? Self.isBinary(bytes))
    var readers = Readers(bytes, isBase: isBase)
    chain.begin()
    found.work.bytes = bytes.count
    let searches = matcher.searches
    var escapes = EscapeMarks(keepsAll: isBase)
    // In pieces: what was looked at is still at hand when its hits are, and their room is bounded.
    for start in stride(from: 0, to: bytes.count, by: Self.pieceLength) {
      let piece = start..<min(start + Self.pieceLength, bytes.count)
      engine.tables.filter.findHits(in: bytes.span, startingIn: piece, into: &hits)
      found.work.keywords += hits.count
      if isWhole { found.hits += hits }
      for hit in hits {
        switch engine.meaning(ofKeyword: hit.keyword) {
        case .anchor(let anchor):
          escapes.see(wordAt: hit.offset)
          examine(hit, with: &readers, into: &found)
          // Records of a log and narrow terminals break tokens; elsewhere a line's end is one.
          if found.fileKind == .log, found.records.last?.isMatch(at: hit) != true {
            found.broken.see(engine.rules[anchor.rule], anchor, at: hit.offset, in: readers.bytes)
          }
        case .word:
          escapes.see(wordAt: hit.offset)
          examine(hit, with: &readers, into: &found)
        case .comment: examine(hit, with: &readers, into: &found)
        case .escape(let mark):
          escapes.see(mark, at: hit.offset)
        }
      }
    }
    found.escapes = escapes.marks
    found.work.windows = matcher.searches - searches
    return found
  }

  /// What stands in a text that was made of another one: what ``scan(_:as:isBase:)`` finds, but only
  /// what the change can have touched is looked at.
  ///
  /// - Parameter zones: the lines around the change.
  mutating func scan(
    _ bytes: [UInt8], as kind: FileKind, change: TextChange, in zones: [Range<Int>],
    of base: TextRecords
  ) -> TextRecords {
    // Where lines break tokens, no record tells.
    guard kind != .log, base.suits(isBinary: Self.isBinary(bytes)) else {
      return scan(bytes, as: kind, isBase: true)
    }
    var found = TextRecords(fileKind: kind, isBinary: base.isBinary)
    found.records.reserveCapacity(base.records.count + 8)
    let plan = InheritancePlan(
      change, of: base, count: bytes.count, length: engine.length(ofKeyword:))
    var fresh: [KeywordHit] = []
    swap(&fresh, &near)
    fresh.removeAll(keepingCapacity: true)
    fresh += plan.again
    var escapes: [Int] = []
    for zone in zones {
      engine.tables.filter.findHits(in: bytes.span, range: zone, into: &hits)
      for hit in hits where engine.isEscape(hit.keyword) { escapes.append(hit.offset) }
      fresh += hits
      found.work.bytes += zone.count
    }
    if !plan.again.isEmpty { fresh.sort() }

    var readers = Readers(bytes, isBase: true)
    let searches = matcher.searches
    chain.begin()
    var index = 0
    for record in plan.inherited {
      let hit = record.hit
      while index < fresh.count, fresh[index] < hit {
        renew(fresh, at: index, with: &readers, into: &found)
        index += 1
      }
      while index < fresh.count, fresh[index] == hit { index += 1 }
      inherit(record, of: base, with: &readers, into: &found)
    }
    while index < fresh.count {
      renew(fresh, at: index, with: &readers, into: &found)
      index += 1
    }
    swap(&fresh, &near)
    follow(base.escapes, through: change, in: bytes, touched: escapes, into: &found)
    found.work.windows = matcher.searches - searches
    return found
  }

  /// Begins with another text.
  /// - Returns: a mark for ``endPart(_:)``.
  mutating func beginPart() -> Int {
    chain.begin()
    return matcher.searches
  }

  /// The window of a rule's keyword, and whether it was searched with that of a keyword before; `nil` if
  /// no match can begin there. Keywords that stand beside matches are noted.
  mutating func window(
    of anchor: Anchor, at place: Int, in bytes: [UInt8]
  ) -> (range: Range<Int>, isSkipped: Bool)? {
    if anchor.opensWord, WordBoundary.isInside(bytes, at: place) { return nil }
    let window = engine.rules[anchor.rule].window
    let range = window.range(around: place, in: bytes)
    guard anchor.place == .context else { return (range, false) }
    if chain.skips(anchor.rule, at: place, reach: window.after) { return (range, true) }
    chain.note(anchor.rule, at: place, window: range)
    return (range, false)
  }

  /// How many windows were searched since a mark.
  func endPart(_ mark: Int) -> Int { matcher.searches - mark }

  /// Looks at a keyword, unless it was the one before, too.
  private mutating func renew(
    _ fresh: [KeywordHit], at index: Int, with readers: inout Readers,
    into found: inout TextRecords
  ) {
    if index > 0, fresh[index] == fresh[index - 1] { return }
    found.work.keywords += 1
    examine(fresh[index], with: &readers, into: &found)
  }

  /// Takes a record over.
  mutating func inherit(
    _ record: TextRecord, of base: TextRecords, with readers: inout Readers,
    into found: inout TextRecords
  ) {
    var record = record
    if case .anchor(let anchor) = engine.meaning(ofKeyword: Int(record.keyword)),
      anchor.place == .context
    {
      let rule = engine.rules[anchor.rule]
      let isSkipped = chain.skips(anchor.rule, at: Int(record.place), reach: rule.window.after)
      if !isSkipped { chain.note(anchor.rule, at: Int(record.place), window: record.window) }
      switch (record.outcome, isSkipped) {
      case (.skipped, false):
        found.work.keywords += 1
        search(rule, anchor, record.hit, record.window, with: &readers, into: &found)
        return
      case (_, true): record.outcome = .skipped
      default: break
      }
    }
    found.work.inherited += 1
    if base.fileKind != found.fileKind {
      record.outcome = rejudged(
        record.outcome, at: Int(record.place), in: readers.bytes, as: found.fileKind)
    }
    found.records.append(record)
  }

  /// Looks at what stands around a keyword.
  mutating func examine(
    _ hit: KeywordHit, with readers: inout Readers, into found: inout TextRecords
  ) {
    switch engine.meaning(ofKeyword: hit.keyword) {
    case .anchor(let anchor):
      guard let window = window(of: anchor, at: hit.offset, in: readers.bytes) else { return }
      if window.isSkipped {
        if readers.isBase { found.records.append(TextRecord(hit, window: window.range, .skipped)) }
        return
      }
      search(
        engine.rules[anchor.rule], anchor, hit, window.range, with: &readers, into: &found)
    case .word(let length):
      if found.isBinary { return }
      let assignment = readers.assignments.assignment(around: hit.offset..<hit.offset + length)
      if assignment == nil, !readers.isBase || readers.assignments.reach == nil { return }
      let window =
        readers.isBase
        ? readers.window(of: hit.offset, value: assignment?.range) : hit.offset..<hit.offset
      var outcome = TextOutcome.nothing
      if let assignment {
        let name = String(decoding: readers.bytes[assignment.name], as: UTF8.self)
        let named = ProviderScanner(bytes: readers.bytes)
        outcome = proposal(
          assignment.moved(by: -hit.offset), name,
          named.match(of: assignment, engine, &shapes)?.moved(by: -hit.offset),
          issuer: named.issuer(of: assignment, engine), as: found.fileKind)
      }
      found.records.append(TextRecord(hit, window: window, outcome))
    case .comment:
      let end = hit.offset + engine.length(ofKeyword: hit.keyword)
      found.records.append(TextRecord(hit, window: hit.offset..<end, .comment))
    case .escape: break
    }
  }

  /// Tries a rule's pattern in a window.
  private mutating func search(
    _ rule: Rule, _ anchor: Anchor, _ hit: KeywordHit, _ window: Range<Int>,
    with readers: inout Readers, into found: inout TextRecords
  ) {
    secrets.removeAll(keepingCapacity: true)
    var window = window
    let isLimited = PatternDetector.search(
      rule, anchor, at: hit.offset, window: &window, in: readers.bytes.span, with: &matcher,
      into: &secrets)
    var outcome = TextOutcome.nothing
    if !secrets.isEmpty || isLimited {
      var judged: [Judged] = []
      for range in secrets {
        judged.append(
          match(anchor.rule, range, hit.offset, in: readers.bytes, as: found.fileKind))
      }
      outcome = .matches(
        ProposedMatches(rule: anchor.rule, secrets: judged, isLimited: isLimited))
    } else if !readers.isBase || !(anchor.place == .context || rule.window.lines != 0) {
      return
    }
    found.records.append(TextRecord(hit, window: window, outcome))
  }

  private mutating func proposal(
    _ assignment: ScannedAssignment, _ name: String, _ provider: ProviderMatch?, issuer: Int?,
    as kind: FileKind
  ) -> TextOutcome {
    let judged = engine.rule(for: assignment.meaning, named: name).map { rule in
      memo.judged(assignment, named: name, by: engine.rules[rule], in: kind)
    }
    return .assignment(
      ProposedAssignment(
        assignment, name: name, judged: judged, provider: provider, issuer: issuer))
  }

  /// An outcome in a file of another kind.
  private mutating func rejudged(
    _ outcome: TextOutcome, at place: Int, in bytes: [UInt8], as kind: FileKind
  ) -> TextOutcome {
    switch outcome {
    case .nothing, .skipped, .comment: return outcome
    case .assignment(let proposed):
      return proposal(
        proposed.assignment, proposed.name, proposed.provider, issuer: proposed.issuer, as: kind)
    case .matches(let proposed):
      let secrets = proposed.secrets.map {
        match(proposed.rule, $0.range.moved(by: place), place, in: bytes, as: kind)
      }
      return .matches(
        ProposedMatches(rule: proposed.rule, secrets: secrets, isLimited: proposed.isLimited))
    }
  }

  /// A match of a rule, judged, by its distance from the keyword.
  private func match(
    _ rule: Int, _ range: Range<Int>, _ keyword: Int, in bytes: [UInt8], as kind: FileKind
  ) -> Judged {
    Judged(
      Trial(
        rule: engine.rules[rule], value: Array(bytes[range]), range: range.moved(by: -keyword),
        fileKind: kind))
  }

  /// Names and values are a matter of text; in a program's bytes they are chance.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    Zeros.stand(in: bytes, first: sampleLength)
  }
}
