/// A text of a rule file whose random and computed parts are made when it is used, so that no file
/// holds a token that looks alive: `GITHUB_TOKEN=«ghp_{github:36}»`.
///
/// `{name}` or `{name:argument}` is a part made by a generator; a `{` behind `$`, or not followed by
/// a name and a closing `}` or a `:`, is itself. `«` and `»` stand around each secret and are not
/// in the text.
public struct Template: Sendable, Hashable {
  /// A text made from a template.
  public struct Rendered: Sendable {
    /// The text.
    public let bytes: [UInt8]
    /// Where the marked secrets are, in order.
    public let secrets: [Range<Int>]
  }

  /// The template as written.
  public let source: String

  /// Keeps the source; it is read by ``render(seed:)``.
  public init(_ source: String) { self.source = source }

  /// Makes a text: the same for the same seed, another for another if there is a random part.
  ///
  /// - Throws: when a generator is unknown, its argument is wrong, or marks do not pair.
  public func render(seed: UInt64) throws(TemplateError) -> Rendered {
    var random = SplitMix(seed: seed)
    var text: [UInt8] = []
    var secrets: [Range<Int>] = []
    var mark: Int?
    for part in try TemplatePart.parts(of: source) {
      switch part {
      case .literal(let bytes):
        text += bytes
      case .generated(let generator, let argument):
        text += try generator.make(argument, &random)
      case .opening:
        guard mark == nil else { throw TemplateError("« inside «") }
        mark = text.count
      case .closing:
        guard let start = mark, start < text.count else { throw TemplateError("» without «") }
        secrets.append(start..<text.count)
        mark = nil
      }
    }
    guard mark == nil else { throw TemplateError("« without »") }
    return Rendered(bytes: text, secrets: secrets)
  }
}
