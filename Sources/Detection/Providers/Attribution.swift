internal import Findings
internal import Rules

/// Says whose a secret is that a name or a header alone has told: the one whose word stands in the
/// name, or else around it.
struct Attribution {
  private let subject: Subject
  private let fileName: [UInt8]
  private var shapes = ProviderShapes()
  private var nearby = NearbyWords()

  init(_ subject: Subject) {
    self.subject = subject
    fileName = Array(subject.document.origin.fullPath.name)
  }

  /// The rule to report a secret under, by its index, and why.
  ///
  /// - Parameter named: the rule of the provider whose word stands in the name.
  mutating func issuer(
    of trial: Trial, at offset: Int, named: Int?, _ engine: DetectionEngine
  ) -> (rule: Int, reason: String)? {
    let range = trial.range.moved(by: offset)
    if let owner = owner(of: trial, at: range, engine) {
      return (owner, "the connection string is the provider's")
    }
    if trial.rule.detector == .assignment || Self.isHeader(trial.rule)
      || Self.isArgument(trial.rule), let rule = TokenPrefix.rule(of: trial.value, engine)
    {
      return (rule, "it begins like the provider's tokens, but has no shape known of them")
    }
    // A password is made up by its owner; a key comes from whom the name says.
    let isArgument = Self.isArgument(trial.rule)
    guard
      trial.rule.detector == .assignment
        ? trial.meaning != .password : isArgument || Self.isHeader(trial.rule)
    else { return nil }
    if let named {
      return (named, "the name holds the provider's word; the value has no shape known of its keys")
    }
    let name = trial.name.map { Array($0.utf8) } ?? []
    guard !SecretWord.nameSomethingElse(name[...]) else { return nil }
    let witness = witness(of: range, trial.fileKind, engine) { (shapes, entry, place) in
      if let rule = shapes.rule(entry, fitting: trial.value, engine) { return rule }
      let isEnough = place.isEnough && !isArgument && SecretName.isPlain(name)
      return isEnough ? engine.providers.rules(of: entry).first : nil
    }
    return witness.map { ($0.rule, $0.place.rawValue) }
  }

  /// The rule for a value whose name says `key` and nothing else: its shape must be right, too.
  mutating func issuer(
    of bare: ScannedAssignment, _ engine: DetectionEngine
  ) -> (rule: Int, reason: String)? {
    let kind = FileKind.of(subject.document.origin, isLog: subject.isLog)
    // `https://api.clarifai.com/v2?key=…`: the host and the query say as much as a name.
    let isQuery =
      bare.name.lowerBound > 0 && "?&".utf8.contains(subject.text.bytes[bare.name.lowerBound - 1])
      && bare.range.count >= 20
    let witness = witness(of: bare.range, depth: 1, kind, engine) { (shapes, entry, place) in
      if place == .file { return nil }
      return shapes.rule(entry, fitting: bare.value, engine)
        ?? (isQuery && place == .line && !engine.providers[entry].isCommon
          ? engine.providers.rules(of: entry).first : nil)
    }
    return witness.map { ($0.rule, $0.place.rawValue) }
  }

  /// The rule for a generated value whose name says `key` and whose block says what for: `jwt:` over
  /// `key: …`.
  func family(of bare: ScannedAssignment, _ engine: DetectionEngine) -> Int? {
    let bytes = subject.text.bytes
    guard TokenShape.looksGenerated(bare.value, minimum: 20),
      let name = SurroundingLines(bytes: bytes).blockName(around: bare.name.lowerBound),
      BlockName.saysSecret(bytes[name])
    else { return nil }
    return engine.rule(for: .apiKey)
  }

  /// The rule for the password of a connection string, if its text says what is connected to.
  private func owner(of trial: Trial, at range: Range<Int>, _ engine: DetectionEngine) -> Int? {
    let string = ConnectionString(bytes: subject.text.bytes)
    var parts: [[UInt8]] = []
    if trial.rule.id == "url-credentials" {
      parts = string.parts(ofURLAround: range).map(Array.init)
    } else if trial.meaning == .password, let kind = string.kind(ofStringAround: range) {
      parts = [Array("\(kind)".utf8)]
    }
    for part in parts {
      guard let found = engine.providers.find(in: part, 0..<part.count) else { continue }
      let entry = engine.providers[found.entry]
      // In a host, a word that means other things too must stand before its ending: `box.com`.
      let isHost = part.contains(UInt8(ascii: "."))
      if !isHost || !entry.isCommon || SurroundingLines(bytes: part).isDomainsName(found.range) {
        return engine.providers.rules(of: found.entry).first
      }
    }
    return nil
  }

  /// The nearest provider's word around a value for which `choice` has a rule.
  private mutating func witness(
    of value: Range<Int>, depth: Int? = nil, _ kind: FileKind, _ engine: DetectionEngine,
    _ choice: (inout ProviderShapes, Int, Surroundings.Place) -> Int?
  ) -> Surroundings.Witness? {
    let bytes = subject.text.bytes
    let reach = kind == .log ? Surroundings.lineReach : Surroundings.reach
    let part = max(0, value.lowerBound - reach)..<min(bytes.count, value.upperBound + reach)
    let isAny = nearby.isAny(in: part, of: bytes, engine.providers)
    let surroundings = Surroundings(
      bytes, fileName: fileName, isLog: kind == .log, engine.providers, words: nearby)
    guard isAny else {
      return kind == .log ? nil : surroundings.inFileName { choice(&shapes, $0, $1) }
    }
    return surroundings.witness(of: value, depth: depth ?? Surroundings.depth) {
      choice(&shapes, $0, $1)
    }
  }

  /// Lets a value whose shape says as much as its name win over what others know of the shape:
  /// `CLERK_SECRET_KEY=sk_live_…` has the letters of Stripe's keys, too.
  mutating func rank(_ trial: inout Trial, rule index: Int, _ engine: DetectionEngine) {
    let isMarked = shapes.shapes(ofRule: index, engine).contains {
      $0.isMarked && $0.end(in: trial.value, from: 0) == trial.value.count
    }
    if isMarked { trial.rank = Self.marked }
  }

  /// Above what a rule with a pattern has.
  private static let marked = 110

  /// Families of arguments of commands: some are tokens, others are passwords that people made up.
  private static func isArgument(_ rule: Rule) -> Bool {
    rule.id == "generic-curl-user" || rule.id == "generic-command-line-password"
  }

  /// Families of tokens that any provider may have issued.
  private static func isHeader(_ rule: Rule) -> Bool {
    rule.id == "generic-bearer-token" || rule.id == "generic-token-header"
  }
}
