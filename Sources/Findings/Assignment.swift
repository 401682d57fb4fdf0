/// A name and its value, wherever they stood: a workflow's `env:` entry, a compose `K=V`, a printed
/// `DB_PASSWORD=…` of a log all become this. Detectors know neither YAML nor logs.
public struct Assignment: Sendable {
  /// What a value is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Text that stands there as it is.
    case literal
    /// A lookup, such as `${{ secrets.X }}`, `$VAR` or `vault:`.
    case reference
    /// A literal part beside a reference, or a literal default inside one.
    case mixed
    /// A mask such as `***`, put there by the CI system.
    case masked
    /// A ciphertext, such as SOPS' `ENC[…]`.
    case encrypted
  }

  /// The name, such as `DB_PASSWORD`; the last key of a key path.
  public let name: String
  /// The decoded value: unquoted, unescaped. For `.mixed` the literal part.
  public let value: [UInt8]
  /// What the value is.
  public let kind: Kind
  /// Where the value stands in the text that was read (not in the raw document, if they differ).
  public let range: Range<Int>
  /// The place in words.
  public let place: Place
  /// Whether it stands where nothing but secrets should, whatever their names: in the data of a
  /// Kubernetes Secret.
  public var isHeldAsSecret = false

  /// An assignment.
  public init(
    name: String, value: [UInt8], kind: Kind, range: Range<Int>, place: Place = Place()
  ) {
    self.name = name
    self.value = value
    self.kind = kind
    self.range = range
    self.place = place
  }
}
