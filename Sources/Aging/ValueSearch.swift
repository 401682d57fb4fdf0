public import Findings
public import Patterns

/// Looks for known values in the contents of blobs.
///
/// A value counts where it stands as a whole; one of 20 bytes or more also inside a longer word. It
/// is looked for as it is, with the escapes of JSON, YAML and addresses, and, from six bytes on,
/// inside unwrapped Base64, in which form Kubernetes Secrets hold it. Of a value of several lines,
/// such as a private key, the longest line stands for all.
public struct ValueSearch: Sendable {
  /// The least length of a value that is searched for: shorter ones stand everywhere.
  public static let minimumLength = 4

  /// How many bytes on either side of a form decide whether it counts there.
  static let context = 16

  /// Where a value stands: what decides it lies within ``context`` of the range.
  struct Hit: Sendable, Equatable {
    var range: Range<Int>
    var value: Int

    /// The order of hits in a text.
    func precedes(_ other: Hit) -> Bool {
      (range.lowerBound, value, range.upperBound)
        < (other.range.lowerBound, other.value, other.range.upperBound)
    }
  }

  /// How many values are searched for, those that are never found among them.
  let valueCount: Int

  /// The length of the longest form.
  let longest: Int
  private let filter: KeywordFilter
  /// The form and the value of each keyword of the filter.
  private let forms: [(form: ValueForm, value: Int)]

  /// A search for values; those of fewer than four bytes are never found.
  public init(_ values: [Secret]) {
    valueCount = values.count
    let forms = values.enumerated().flatMap { index, value in
      value.reveal(ValueForm.forms).map { (form: $0, value: index) }
    }
    let keywords = forms.map { Keyword($0.form.bytes) }
    // The filter knows keywords by their places, so a form that makes none must leave both lists.
    self.forms = zip(forms, keywords).filter { $1 != nil }.map(\.0)
    filter = KeywordFilter(keywords.compactMap { $0 })
    longest = self.forms.lazy.map(\.form.bytes.count).max() ?? 0
  }

  /// Calls `found` with the index of each value that the bytes hold, once or more often.
  ///
  /// - Parameter hits: a buffer to reuse.
  /// - Complexity: O(bytes + hits).
  public func search(
    _ bytes: Span<UInt8>, hits: inout [KeywordHit], found: (Int) -> Void
  ) {
    search(bytes, in: 0..<bytes.count, hits: &hits) { found($0.value) }
  }

  /// Calls `found` with each place in a range where a value stands, in order. What lies around the
  /// range is looked at.
  func search(
    _ bytes: Span<UInt8>, in range: Range<Int>, hits: inout [KeywordHit], found: (Hit) -> Void
  ) {
    filter.findHits(in: bytes, range: range, into: &hits)
    for hit in hits {
      let (form, value) = forms[hit.keyword]
      let isWhole =
        switch form.kind {
        case .word: WordBoundary.surrounds(hit.offset..<hit.offset + form.bytes.count, in: bytes)
        case .part: true
        case .base64(let base64): base64.isWhole(bytes, at: hit.offset)
        }
      if isWhole {
        found(Hit(range: hit.offset..<hit.offset + form.bytes.count, value: value))
      }
    }
  }
}
