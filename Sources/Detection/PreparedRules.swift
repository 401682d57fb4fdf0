internal import Patterns
public import Rules

/// Rules with all that a scan needs of them, whatever its options are: so that it can be made while
/// somebody else still reads the options.
///
/// Making it costs the tables of the keyword filter and of the providers' names, O(their letters);
/// patterns are compiled when their first keyword is met.
public struct PreparedRules: Sendable {
  /// The rules, in their order.
  public let rules: [Rule]
  let filter: KeywordFilter
  let anchors: [Anchor]
  let words: [Keyword]
  let lengths: [Int]
  let reach: DirtyZones.Reach
  let assignmentRules: AssignmentRules
  let workflowRules: [String: Int]
  let providers: ProviderNames

  /// Prepares rules. Those whose detector is `environment` are left to the scan, which folds dumps.
  public init(_ rules: [Rule]) {
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
    self.rules = rules
    self.anchors = anchors
    assignmentRules = AssignmentRules(rules)
    workflowRules = Dictionary(
      rules.indices.lazy.filter { rules[$0].detector == .workflow }.map { (rules[$0].id, $0) },
      uniquingKeysWith: { $1 })
    words = assignmentRules.isEmpty ? [] : AssignmentWords.keywords
    providers = ProviderNames(rules)
    let all = keywords + words + InlineMark.keywords + EscapedText.keywords
    filter = KeywordFilter(all)
    // A key path would cost more than the filter.
    lengths = all.map { $0.bytes.count }
    var reach = DirtyZones.Reach()
    reach.keyword = lengths.max() ?? 0
    for anchor in anchors where anchor.place == .match && rules[anchor.rule].window.lines == 0 {
      reach.before = max(reach.before, rules[anchor.rule].window.after)
      reach.behind = max(reach.behind, rules[anchor.rule].window.before)
    }
    self.reach = reach
  }
}
