/// What could be read of another scanner's files, in our words.
public struct Imported: Sendable {
  /// An entry of `allow` in `.leakage.yml`.
  public struct Allowance: Sendable, Hashable {
    /// A rule's id.
    public var rule: String?
    /// A pattern for paths.
    public var pathPattern: String?
    /// A pattern for values.
    public var value: String?
    /// Why, for readers.
    public var reason: String
  }

  /// A rule, as far as the other scanner knows it.
  public struct Rule: Sendable, Hashable {
    /// Lower-case letters, digits and hyphens.
    public var id: String
    /// What it finds.
    public var name: String
    /// With a group named `secret`.
    public var pattern: String
    /// What must be near.
    public var keywords: [String]
    /// Bits a byte; 0 for none.
    public var entropy: Double
    /// Whether a match may stand on several lines.
    public var isLong: Bool
  }

  /// A finding that the other scanner was told to accept.
  public enum Known: Sendable, Hashable {
    /// Whatever stands on this line of a file, in the working tree or in a commit.
    case line(path: String, line: Int, commit: String?)
    /// The value in this file whose SHA-1, in hexadecimal digits, is this.
    case hash(path: String, sha1: String)
  }

  /// What could not be carried over, or only in part.
  public struct Remark: Sendable, Hashable {
    /// Where it stands in the other scanner's file.
    public let place: String
    /// What about it, one sentence without a full stop.
    public let text: String
  }

  /// What is allowed.
  public var allowances: [Allowance] = []
  /// Rules.
  public var rules: [Rule] = []
  /// Findings that were accepted.
  public var known: [Known] = []
  /// What could not be carried over.
  public var remarks: [Remark] = []

  /// Nothing.
  public init() {}

  mutating func remark(_ file: String, _ line: Int, _ text: String) {
    remarks.append(Remark(place: "\(file):\(line)", text: text))
  }
}
