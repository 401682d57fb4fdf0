public import Findings
public import Patterns
public import Rules

/// The rules and options of a scan, prepared once and shared by all threads.
///
/// Making one costs the tables of the keyword filter and of the providers' names, O(their letters),
/// and nothing where the build has made them. Rules are made and patterns are compiled when their
/// first keyword is met.
public final class DetectionEngine: Sendable {
  let rules: RuleList
  let options: DetectionOptions
  let allowlist: Allowlist
  let tables: EngineTables
  /// The rules for values that a provider's word stands beside.
  let providers: ProviderNames
  /// How many of the filter's keywords lead to rules; words of ``AssignmentWords`` follow.
  private let anchorCount: Int
  private let wordCount: Int
  /// Where the filter's marks of comments begin, and its escapes.
  private let firstComment: Int
  private let firstEscape: Int

  /// An engine. Rules whose detector is `environment` are left to the scan, which folds dumps.
  public init(rules: RuleList, options: DetectionOptions) {
    self.rules = rules
    self.options = options
    allowlist = Allowlist(options)
    tables = EngineTables(rules)
    providers = tables.providers
    anchorCount = tables.anchorCount
    wordCount = tables.findsAssignments ? AssignmentWords.all.count : 0
    firstComment = anchorCount + wordCount
    firstEscape = firstComment + InlineMark.keywords.count
  }

  /// What the build of a program writes down of an engine for some rules, in the order of a
  /// ``Rules/RuleList``.
  public static func tables(of rules: RuleList) -> PreparedTables { EngineTables(rules).prepared }

  /// What reports tell of the rule for printed environments, if it is in force.
  public var environmentRule: RuleDescriptor? {
    tables.rule(for: .environment).map { rules[$0].descriptor }
  }

  /// The length of a keyword of the filter in bytes.
  func length(ofKeyword index: Int) -> Int { tables.filter.length(of: index) }

  /// The index of the rule for what a name means; `nil` if it is not in force.
  func rule(for meaning: NameMeaning) -> Int? {
    switch meaning {
    case .password: tables.rule(for: .password)
    case .secret, .token, .authorization: tables.rule(for: .secret)
    case .apiKey, .uncertain: tables.rule(for: .apiKey)
    case .bare: nil
    }
  }

  /// The index of the rule for what a name means, which may say more than its meaning: a salt is
  /// nobody's key.
  func rule(for meaning: NameMeaning, named name: String) -> Int? {
    let isSalt =
      meaning == .uncertain && name.utf8.suffix(4).map { $0 | 0x20 } == Array("salt".utf8)
    return isSalt ? tables.rule(for: .secret) : rule(for: meaning)
  }

  /// The rule of a check of pipelines, if it is in force.
  func workflowRule(_ id: String) -> Rule? {
    tables.workflowRules.lazy.map { self.rules[Int($0)] }.first { $0.id == id }
  }

  /// What a keyword of the filter is for.
  enum KeywordMeaning {
    /// A rule's pattern is to be tried.
    case anchor(Anchor)
    /// A name may stand here, of which so many bytes are known.
    case word(length: Int)
    /// A mark of a comment that allows a finding.
    case comment
    /// An escape that may hide a mark of an assignment.
    case escape(mark: Int)
  }

  /// What a keyword of the filter is for.
  func meaning(ofKeyword index: Int) -> KeywordMeaning {
    if index < anchorCount { return .anchor(tables.anchor(index)) }
    if index < firstComment {
      return .word(length: AssignmentWords.length(of: index - anchorCount))
    }
    return index < firstEscape ? .comment : .escape(mark: index - firstEscape)
  }

  /// The index in ``InlineMark/keywords`` of a keyword of the filter that is one of those.
  func comment(ofKeyword index: Int) -> Int { index - firstComment }

  /// Whether a keyword of the filter is an escape.
  func isEscape(_ index: Int) -> Bool { index >= firstEscape }
}
