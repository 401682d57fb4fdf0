internal import Findings
internal import Patterns

/// Takes values out of short texts: as they are and in base64, and their heads from the end of a text
/// that was cut.
struct ValueRedactor {
  /// A value in one of its forms, and what is shown instead; longer ones first, since a value may
  /// stand inside another one.
  private let forms: [(bytes: [UInt8], shown: [UInt8])]
  /// The forms in the order of their bytes, to find those that begin with something.
  private let ordered: [Int]
  private let mayBeCut: Bool
  private let filter: KeywordFilter
  private var known: [[UInt8]: [UInt8]] = [:]
  private var hits: [KeywordHit] = []

  /// From this length on, in bytes, a name may have been cut by the reader of its file.
  private static let cut = 190
  /// Fewer bytes of a value stand in a text by chance.
  private static let leastHead = 4

  /// Whether there is nothing to take out.
  var isEmpty: Bool { forms.isEmpty }

  /// The length of the longest value that can stand in names of some length, in bytes.
  static func longestValue(inNames longest: Int) -> Int { longest >= cut ? .max : longest }

  /// A redactor for names of some length, in bytes: longer values are not in them, unless cut.
  init(namesWith values: Set<Secret>, upTo longest: Int) {
    let mayBeCut = longest >= Self.cut
    let most = Self.longestValue(inNames: longest)
    var forms: [(bytes: [UInt8], shown: [UInt8])] = []
    for value in values where value.count <= most {
      let shown = Array(value.redacted.utf8)
      value.reveal { bytes in
        forms.append((bytes, shown))
        for form in Self.base64(bytes) where form.count <= most { forms.append((form, shown)) }
      }
    }
    self.init(forms, mayBeCut: mayBeCut)
  }

  /// A redactor for paths of some length, in bytes: they are never cut, and a file must be found by
  /// them, so that only the values as they are count.
  init(pathsWith values: Set<Secret>, upTo longest: Int) {
    let forms = values.lazy.filter { $0.count <= longest }
      .map { value in (value.reveal { Array($0) }, Array(value.redacted.utf8)) }
    self.init(Array(forms), mayBeCut: false)
  }

  private init(_ forms: [(bytes: [UInt8], shown: [UInt8])], mayBeCut: Bool) {
    var forms = forms
    forms.sort { left, right in
      left.bytes.count != right.bytes.count
        ? left.bytes.count > right.bytes.count
        : left.bytes.lexicographicallyPrecedes(right.bytes)
    }
    self.forms = forms
    self.mayBeCut = mayBeCut
    ordered =
      mayBeCut
      ? forms.indices.sorted { forms[$0].bytes.lexicographicallyPrecedes(forms[$1].bytes) } : []
    filter = KeywordFilter(forms.compactMap { Keyword($0.bytes) }, picksRareGrams: false)
  }

  /// A text without the values.
  ///
  /// - Complexity: O(length), and O(log(values)) for each byte of a text that may be cut.
  mutating func redacted(_ text: [UInt8]) -> [UInt8] {
    if forms.isEmpty { return text }
    if let result = known[text] { return result }
    var result = text
    filter.findHits(in: text.span, range: 0..<text.count, into: &hits)
    for index in Set(hits.map(\.keyword)).sorted() {
      result = result.replacing(forms[index].bytes, with: forms[index].shown)
    }
    if mayBeCut, text.count >= Self.cut { result = withoutHead(result) }
    known[text] = result
    return result
  }

  /// A text without the values.
  mutating func redacted(_ text: String) -> String {
    String(decoding: redacted(Array(text.utf8)), as: UTF8.self)
  }

  /// A text without the beginning of a value at its end.
  private func withoutHead(_ text: [UInt8]) -> [UInt8] {
    let ellipsis = Array("…".utf8)
    let end = text.count - (text.suffix(3) == ellipsis[...] ? 3 : 0)
    guard let longest = forms.first?.bytes.count else { return text }
    for start in max(0, end - longest)..<max(0, end - Self.leastHead + 1) {
      guard let form = form(beginningWith: text[start..<end]) else { continue }
      return text[..<start] + form.shown + ellipsis
    }
    return text
  }

  private func form(beginningWith head: ArraySlice<UInt8>) -> (bytes: [UInt8], shown: [UInt8])? {
    var (low, high) = (0, ordered.count)
    while low < high {
      let middle = (low + high) / 2
      if forms[ordered[middle]].bytes.lexicographicallyPrecedes(head) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < ordered.count, forms[ordered[low]].bytes.starts(with: head) else { return nil }
    return forms[ordered[low]]
  }

  /// A value in base64, and the digits that it alone decides, wherever in a text it begins.
  private static func base64(_ value: [UInt8]) -> [[UInt8]] {
    let parts = (0..<3).map { lead in
      let padded = [UInt8](repeating: 0, count: lead) + value
      return Array(Base64.encode(padded)[(lead * 8 + 5) / 6..<padded.count * 8 / 6])
    }
    // Fewer are in a name by chance.
    return [Base64.encode(value)] + parts.filter { $0.count >= 5 }
  }
}
