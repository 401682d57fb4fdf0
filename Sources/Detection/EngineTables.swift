internal import Patterns
internal import Rules

/// What the engine has to know of all rules before it reads a text: which keywords lead to which rule,
/// which rules have a duty of their own, and the providers' names. Everything else is asked of a rule
/// when something leads to it.
struct EngineTables: Sendable {
  /// Finds the rules' keywords, behind them the words of ``AssignmentWords``, and the marks of
  /// ``InlineMark`` and ``EscapedText``.
  let filter: KeywordFilter
  /// What the first keywords of the filter stand for: ``Anchor``s.
  private let anchors: [UInt64]
  /// For each rule the first rule of its provider whose detector is `named`; -1 for none.
  private let named: [Int32]
  /// The rules of checks of pipelines.
  let workflowRules: [Int32]
  /// The rules for assignments and printed environments, in the order of ``Duty``; -1 for none.
  private let duties: [Int32]
  /// How far from a change on its line something may stand that depends on it.
  let reach: DirtyZones.Reach
  /// The rules for values that a provider's word stands beside.
  let providers: ProviderNames

  /// A rule that the engine itself knows.
  enum Duty: Int, CaseIterable {
    case password, secret, apiKey, environment

    fileprivate func isOf(_ rule: Rule) -> Bool {
      switch self {
      case .password: rule.detector == .assignment && rule.id == "generic-password"
      case .secret: rule.detector == .assignment && rule.id == "generic-secret"
      case .apiKey: rule.detector == .assignment && rule.id == "generic-api-key"
      case .environment: rule.detector == .environment
      }
    }
  }

  /// The tables of some rules: those that the build has made, or new ones in O(letters of keywords
  /// and names).
  init(_ rules: RuleList) {
    if let tables = rules.tables {
      self.init(tables)
    } else {
      self.init(making: Array(rules))
    }
  }

  private init(making rules: [Rule]) {
    var keywords: [Keyword] = []
    var anchors: [Anchor] = []
    for (index, rule) in rules.enumerated() where rule.detector == .pattern {
      for keyword in rule.keywords {
        // A rule file's keywords have been checked; a shorter one would be found nowhere.
        guard let word = Keyword(keyword.text.utf8, ignoringCase: keyword.ignoresCase) else {
          continue
        }
        keywords.append(word)
        anchors.append(Anchor(rule: index, rule, keyword, length: word.bytes.count))
      }
    }
    let duties = Duty.allCases.map { duty in rules.firstIndex(where: duty.isOf) ?? -1 }
    let assignments = duties[..<Duty.environment.rawValue].allSatisfy { $0 < 0 }
    keywords += (assignments ? [] : AssignmentWords.keywords) + InlineMark.keywords
    keywords += EscapedText.keywords
    filter = KeywordFilter(keywords)
    self.anchors = anchors.map(\.word)
    self.duties = duties.map { Int32($0) }
    workflowRules = rules.indices.filter { rules[$0].detector == .workflow }.map { Int32($0) }
    var named: [String: Int32] = [:]
    for (index, rule) in rules.enumerated() where rule.detector == .named {
      named[rule.provider] = named[rule.provider] ?? Int32(index)
    }
    self.named = rules.map { named[$0.provider] ?? -1 }
    var reach = DirtyZones.Reach()
    reach.keyword = filter.longest
    let broken = keywords.filter { $0.bytes.contains(0x0A) }
    reach.brokenKeyword = broken.map(\.bytes.count).max() ?? 0
    for anchor in anchors where anchor.place == .match && rules[anchor.rule].window.lines == 0 {
      reach.before = max(reach.before, rules[anchor.rule].window.after)
      reach.behind = max(reach.behind, rules[anchor.rule].window.before)
    }
    self.reach = reach
    providers = ProviderNames(rules)
  }

  private init(_ tables: PreparedTables) {
    var columns = PreparedTables.Reader(tables)
    filter = KeywordFilter(&columns)
    anchors = columns.words()
    named = columns.numbers()
    workflowRules = columns.numbers()
    duties = columns.numbers()
    let reach = columns.numbers()
    self.reach = DirtyZones.Reach(
      before: Int(reach[2]), behind: Int(reach[3]), keyword: Int(reach[0]),
      brokenKeyword: Int(reach[1]))
    providers = ProviderNames(&columns)
  }

  /// The tables as a build writes them down.
  var prepared: PreparedTables {
    var tables = PreparedTables()
    filter.add(to: &tables)
    tables.add(anchors)
    tables.add(named)
    tables.add(workflowRules)
    tables.add(duties)
    tables.add(
      [reach.keyword, reach.brokenKeyword, reach.before, reach.behind].map { Int32($0) })
    providers.add(to: &tables)
    return tables
  }

  /// How many of the filter's keywords lead to rules.
  var anchorCount: Int { anchors.count }

  /// What one of the first keywords of the filter stands for.
  @inline(__always)
  func anchor(_ keyword: Int) -> Anchor { Anchor(anchors[keyword]) }

  /// Whether any rule reports values by their names.
  var findsAssignments: Bool { duties[..<Duty.environment.rawValue].contains { $0 >= 0 } }

  /// The rule with a duty, if it is in force.
  func rule(for duty: Duty) -> Int? {
    let rule = Int(duties[duty.rawValue])
    return rule < 0 ? nil : rule
  }

  /// The first rule for values beside the word of the provider of a rule.
  func namedRule(ofProviderOf rule: Int) -> Int? {
    let named = Int(named[rule])
    return named < 0 ? nil : named
  }
}
