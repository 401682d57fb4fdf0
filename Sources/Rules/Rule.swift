public import Findings
public import Patterns

/// A rule of the catalogue: one kind of secret, how it is found, and what is known about it.
///
/// A class, since findings and candidates hold it by the thousand: a reference is one word.
public final class Rule: Sendable {
  /// Who proposes candidates for the rule.
  public enum Detector: String, Sendable, CaseIterable {
    /// The rule's own pattern, tried around its keywords.
    case pattern
    /// A name that means a secret, with a literal value.
    case assignment
    /// A provider's word in a name or beside a value, and a value of the provider's shape.
    case named
    /// A block of printed environment variables.
    case environment
    /// A check of what a pipeline does with its secrets; what is found is no secret itself.
    case workflow
  }

  /// A literal that must be there before the pattern is tried.
  public struct Keyword: Sendable, Hashable {
    /// Where the keyword stands.
    public enum Anchor: String, Sendable, CaseIterable {
      /// Inside the match: the pattern is tried in a window around the keyword.
      case match
      /// Elsewhere near the match: the pattern is tried on the lines around the keyword.
      case context
    }

    /// The literal, at least three bytes.
    public let text: String
    /// Where it stands.
    public let anchor: Anchor
    /// Whether ASCII letters match in both cases.
    public let ignoresCase: Bool

    /// A keyword.
    public init(text: String, anchor: Anchor, ignoresCase: Bool) {
      self.text = text
      self.anchor = anchor
      self.ignoresCase = ignoresCase
    }
  }

  /// How a kind without a prefix of its own is told: by words beside the value, and by its shape.
  public struct Naming: Sendable, Hashable {
    /// The provider's words, in lower case; a blank stands where a text may have `_`, `-`, `.`,
    /// a blank or nothing: `help scout`.
    public let names: [String]
    /// Words of it that mean other things too, such as `box`: they count only in the name of a
    /// secret, as in `BOX_TOKEN`.
    public let commonNames: [String]
    /// Abbreviations of it, such as `tn`: they count only at the beginning of a variable's name, as
    /// in `TN_API_KEY`, and for a value of a right shape.
    public let abbreviations: [String]
    /// What values look like, for ``SecretShape``.
    public let shapes: [String]

    /// A naming.
    public init(
      names: [String], commonNames: [String], abbreviations: [String] = [], shapes: [String]
    ) {
      self.names = names
      self.commonNames = commonNames
      self.abbreviations = abbreviations
      self.shapes = shapes
    }
  }

  /// The part of a document that the pattern sees around a keyword.
  public struct Window: Sendable, Hashable {
    /// Bytes before the keyword's first byte.
    public let before: Int
    /// Bytes after the keyword's first byte.
    public let after: Int
    /// Lines before and after the keyword's line that belong to the window, or `nil` if the window
    /// is not cut at line breaks at all (private keys). 0: the keyword's own line.
    public let lines: Int?

    /// A window.
    public init(before: Int, after: Int, lines: Int?) {
      self.before = before
      self.after = after
      self.lines = lines
    }
  }

  /// Where the lifetime was read, and when: providers change their minds.
  public struct Fact: Sendable, Hashable {
    /// A document, in words or as an address.
    public let source: String
    /// The day it was read.
    public let date: Timestamp

    /// A fact.
    public init(source: String, date: Timestamp) {
      self.source = source
      self.date = date
    }
  }

  /// What reports tell.
  public let descriptor: RuleDescriptor
  /// The provider, such as "GitHub"; "Generic" for families without one.
  public let provider: String
  /// Who proposes candidates.
  public let detector: Detector
  /// The keywords of a pattern rule; empty for the other detectors.
  public let keywords: [Keyword]
  /// What tells the secrets of a rule whose detector is `named`.
  public let naming: Naming?
  /// The pattern of a pattern rule, with a group named `secret`.
  public let pattern: Pattern?
  /// What the pattern sees around a keyword.
  public let window: Window
  /// The rows behind a match that hold secrets at the same place.
  public let rows: Rows?
  /// The least Shannon entropy of the secret, in bits a byte, as ``Entropy`` counts it; 0 for none.
  public let entropy: Double
  /// The checksum inside the value.
  public let checksum: Checksum?
  /// How an expiry is read from the value.
  public let expiry: ExpirySource?
  /// How many leading bytes of the value are the provider's fixed prefix, for redaction.
  public let publicPrefix: Int
  /// Where the descriptor's lifetime was read; `nil` where it follows from the kind itself.
  public let lifetimeFact: Fact?
  /// Which rule wins where several match the same bytes: the higher one. Provider rules have 100,
  /// those by name 80, families with a shape of their own 50, families by name 10.
  public let specificity: Int
  /// Texts that hold a secret between `«` and `»`, as templates.
  public var examples: [Template] { makeExamples() }
  /// Texts that hold none, as templates.
  public var counterexamples: [Template] { makeCounterexamples() }
  private let makeExamples: @Sendable () -> [Template]
  private let makeCounterexamples: @Sendable () -> [Template]

  /// The id, such as `github-personal-access-token`.
  public var id: String { descriptor.id }

  /// A rule.
  ///
  /// - Parameters:
  ///   - examples, counterexamples: made when somebody asks for them. A scan never does, and they are
  ///     thousands.
  public init(
    descriptor: RuleDescriptor, provider: String, detector: Detector, keywords: [Keyword],
    naming: Naming? = nil, pattern: Pattern?, window: Window, rows: Rows? = nil, entropy: Double,
    checksum: Checksum?,
    expiry: ExpirySource?, publicPrefix: Int, lifetimeFact: Fact? = nil, specificity: Int,
    examples: @escaping @autoclosure @Sendable () -> [Template],
    counterexamples: @escaping @autoclosure @Sendable () -> [Template]
  ) {
    self.descriptor = descriptor
    self.provider = provider
    self.detector = detector
    self.keywords = keywords
    self.naming = naming
    self.pattern = pattern
    self.window = window
    self.rows = rows
    self.entropy = entropy
    self.checksum = checksum
    self.expiry = expiry
    self.publicPrefix = publicPrefix
    self.lifetimeFact = lifetimeFact
    self.specificity = specificity
    makeExamples = examples
    makeCounterexamples = counterexamples
  }
}

extension Rule {
  /// The provider of rules for families of secrets that no provider issues.
  public static let genericProvider = "Generic"
}
