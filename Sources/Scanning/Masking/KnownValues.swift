internal import Findings
internal import Patterns

/// The values that were found so far, to find them again where nothing tells that they are secrets:
/// a password that was printed with its name stands bare in the next error message.
struct KnownValues {
  /// What stands somewhere: a value or its base64 form, and the redaction of the value.
  private struct Form {
    let bytes: [UInt8]
    let shown: [UInt8]
  }

  /// A value that stands in a text.
  struct Sighting {
    let range: Range<Int>
    let shown: [UInt8]
  }

  private var forms: [Form] = []
  private var known: Set<[UInt8]> = []
  private var filter: KeywordFilter?
  private var hits: [KeywordHit] = []

  /// Shorter values are words that stand everywhere.
  private static let shortest = 8
  /// So many values are remembered: memory is bounded.
  private static let most = 4_096

  /// Remembers a value.
  mutating func insert(_ value: [UInt8], shown: [UInt8]) {
    guard value.count >= Self.shortest, forms.count < 2 * Self.most, known.insert(value).inserted
    else { return }
    forms.append(Form(bytes: value, shown: shown))
    var encoded = Base64.encode(value)
    // The last digits depend on what follows the value.
    while encoded.last == UInt8(ascii: "=") { encoded.removeLast() }
    if encoded.count > 12 { forms.append(Form(bytes: encoded, shown: shown)) }
    filter = nil
  }

  /// Where the values stand in a text.
  mutating func sightings(in bytes: [UInt8]) -> [Sighting] {
    guard !forms.isEmpty else { return [] }
    let filter = self.filter ?? KeywordFilter(forms.compactMap { Keyword($0.bytes) })
    self.filter = filter
    filter.findHits(in: bytes.span, range: 0..<bytes.count, into: &hits)
    return hits.map { hit in
      let form = forms[hit.keyword]
      return Sighting(range: hit.offset..<hit.offset + form.bytes.count, shown: form.shown)
    }
  }
}
