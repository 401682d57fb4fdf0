public import Findings
public import Rules

/// What was found in one subject.
public struct Detected: Sendable {
  /// What is believed to be a secret: one candidate for each place, in order.
  public var confirmed: [Candidate] = []
  /// What was struck out, in order, if it was to be kept.
  public var struck: [StruckOut] = []
  /// How many were struck out, for each reason.
  public var strikes: [Strike: Int] = [:]
  /// What would have been confirmed if nobody had allowed it, in order.
  public var hidden: [Hidden] = []
  /// Where a rule's pattern was given up: the first place of each rule.
  public var limits: [MatchLimit] = []
  /// The printed environments that hold a confirmed secret, in order.
  public var dumps: [EnvironmentDump] = []

  /// What it took.
  public var work = DetectionWork()

  /// Nothing.
  public init() {}
}

/// A value that a rule proposed and that was struck out, and why. Of a hundred proposals
/// ninety-nine end here: the value itself is not kept.
public struct StruckOut: Sendable {
  /// The rule.
  public let rule: Rule
  /// Where it stands in the subject's text.
  public let range: Range<Int>
  /// The place in words, if a parser told it; otherwise ``Subject/place`` knows it.
  public let place: Place?
  /// Why.
  public let strike: Strike
  /// What decided, in words that hold no secret.
  public let detail: String
}

/// A candidate that a configuration or a comment allows.
public struct Hidden: Sendable, Hashable {
  /// Which of them: ``Strike/allowlist`` or ``Strike/inlineAllow``.
  public let strike: Strike
  /// Where that is written.
  public let source: String
  /// Where the candidate stands in the subject's text.
  public let range: Range<Int>
}

/// A place where a pattern reached a limit of the matcher: a secret may have been missed there.
public struct MatchLimit: Sendable, Hashable {
  /// The rule.
  public let ruleID: String
  /// The offset of the keyword in the subject's text.
  public let offset: Int
}

/// A printed environment with at least one secret in clear: an incident of its own.
public struct EnvironmentDump: Sendable, Hashable {
  /// The index in ``Subject/blocks``.
  public let block: Int
  /// The lines, in the subject's text.
  public let range: Range<Int>
  /// How many variables were printed.
  public let variables: Int
  /// How many of them have names that mean secrets, or values that are ones.
  public let sensitive: Int
  /// How many sensitive ones are masked.
  public let masked: Int
  /// How many secrets stand there in clear.
  public let inClear: Int
}

/// What detection did, counted: these numbers are the same on every machine, so that a test can hold
/// them.
public struct DetectionWork: Sendable, Hashable {
  /// Bytes that were searched for keywords.
  public var bytes = 0
  /// Keywords that were found.
  public var keywords = 0
  /// Windows that a pattern was tried on.
  public var windows = 0
  /// Values that were brought before the judge.
  public var candidates = 0
  /// Outcomes that were taken over from a text that this one was made of.
  public var inherited = 0

  /// The sum of two.
  public static func + (left: DetectionWork, right: DetectionWork) -> DetectionWork {
    var sum = left
    sum.bytes += right.bytes
    sum.keywords += right.keywords
    sum.windows += right.windows
    sum.candidates += right.candidates
    sum.inherited += right.inherited
    return sum
  }
}
