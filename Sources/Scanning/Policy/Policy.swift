public import Detection
public import Findings

/// When a run fails: the rules of the gate, for all paths and for some.
public struct Policy: Sendable {
  /// Rules that hold together.
  public struct Rules: Sendable, Hashable {
    /// What fails the run; any of them does.
    public var failOn: [FailOn]
    /// How long a value may be exposed.
    public var maxAge: [AgeLimit]

    /// Rules.
    public init(failOn: [FailOn] = [FailOn(.severity, .warning)], maxAge: [AgeLimit] = []) {
      self.failOn = failOn
      self.maxAge = maxAge
    }
  }

  /// The rules of a configuration for some paths.
  public struct PathRules: Sendable {
    let path: Glob
    let failOn: [FailOn]?
    let maxAge: [AgeLimit]?

    /// Rules for the paths of a glob; what is `nil` stays as it is elsewhere.
    public init(path: Glob, failOn: [FailOn]?, maxAge: [AgeLimit]?) {
      self.path = path
      self.failOn = failOn
      self.maxAge = maxAge
    }

    /// These rules where the command line says nothing of its own.
    public func replacing(failOn: [FailOn]?, maxAge: [AgeLimit]?) -> PathRules {
      PathRules(path: path, failOn: failOn ?? self.failOn, maxAge: maxAge ?? self.maxAge)
    }
  }

  /// The rules for what no configuration speaks of.
  public var standard = Rules()
  /// The rules of the configuration for its own roots; `nil` if it has none.
  public var configured: Rules?
  /// The rules of the configuration for some paths of its roots. The last that fits counts.
  public var paths: [PathRules] = []
  /// Whether a finding counts that stands only in objects that no ref reaches.
  public var includesUnreachable = false

  /// Every warning fails.
  public init() {}

  /// The rules for a path.
  func rules(for path: Path, isConfigured: Bool) -> Rules {
    guard isConfigured else { return standard }
    var rules = configured ?? standard
    for special in paths where special.path.matches(path: path.bytes) {
      rules.failOn = special.failOn ?? rules.failOn
      rules.maxAge = special.maxAge ?? rules.maxAge
    }
    return rules
  }

  /// Whether any limit of an age is in force.
  public var limitsAge: Bool {
    !(standard.maxAge + (configured?.maxAge ?? []) + paths.flatMap { $0.maxAge ?? [] }).isEmpty
  }

  /// This policy without limits of ages.
  public var withoutAges: Policy {
    var policy = self
    policy.standard.maxAge = []
    policy.configured?.maxAge = []
    policy.paths = paths.map { $0.replacing(failOn: nil, maxAge: []) }
    return policy
  }

  /// Whether any rule asks for this.
  public func asks(_ subject: FailOn.Subject) -> Bool {
    let all = standard.failOn + (configured?.failOn ?? []) + paths.flatMap { $0.failOn ?? [] }
    return all.contains { $0.subject == subject }
  }

  /// All rules, as they are written, each once.
  public var words: [String] {
    var words: [String] = []
    let all = [configured ?? standard]
    for rules in all {
      words += rules.failOn.map(\.description) + rules.maxAge.map(\.description)
    }
    words += paths.flatMap { special in
      (special.failOn ?? []).map(\.description) + (special.maxAge ?? []).map(\.description)
    }
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
