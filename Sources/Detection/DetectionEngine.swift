internal import Patterns
public import Rules

/// The rules and options of a scan, prepared once and shared by all threads.
///
/// Making one costs the tables of the keyword filter and of the providers' names, O(their letters);
/// patterns are compiled when their first keyword is met.
public final class DetectionEngine: Sendable {
  let rules: [Rule]
  let options: DetectionOptions
  let allowlist: Allowlist
  let filter: KeywordFilter
  /// What the first keywords of the filter stand for; the words of ``AssignmentWords`` and the
  /// marks of ``InlineMark`` and ``EscapedText`` come behind.
  let anchors: [Anchor]
  private let words: [Keyword]
  /// The lengths of the filter's keywords.
  private let lengths: [Int]
  /// How far from a change a keyword may stand whose window lies on one line.
  let reach: DirtyZones.Reach
  /// The rules that assignments are reported under.
  let assignmentRules: AssignmentRules
  /// The rules of checks of pipelines, by id.
  let workflowRules: [String: Int]
  /// The rules for values that a provider's word stands beside.
  let providers: ProviderNames

  /// An engine. Rules whose detector is `environment` are left to the scan, which folds dumps.
  public init(rules: [Rule], options: DetectionOptions) {
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
    self.options = options
    allowlist = Allowlist(options)
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

  /// The length of a keyword of the filter in bytes.
  func length(ofKeyword index: Int) -> Int { lengths[index] }

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
    if index < anchors.count { return .anchor(anchors[index]) }
    let word = index - anchors.count
    if word < words.count { return .word(length: AssignmentWords.length(of: word)) }
    let comment = word - words.count
    let comments = InlineMark.keywords.count
    return comment < comments ? .comment : .escape(mark: comment - comments)
  }

  /// The index in ``InlineMark/keywords`` of a keyword of the filter that is one of those.
  func comment(ofKeyword index: Int) -> Int { index - firstComment }

  /// Whether a keyword of the filter is an escape.
  func isEscape(_ index: Int) -> Bool { index >= firstComment + InlineMark.keywords.count }

  private var firstComment: Int { anchors.count + words.count }
}
