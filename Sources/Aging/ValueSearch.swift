public import Findings
public import Patterns

/// Looks for known values in the contents of blobs.
///
/// A value counts where it stands as a whole: not as a part of a longer word. It is looked for as
/// it is, and as Base64 of it, in which form Kubernetes Secrets hold it.
public struct ValueSearch: Sendable {
  private let filter: KeywordFilter
  /// The form and the value of each keyword of the filter.
  private let forms: [(bytes: [UInt8], value: Int, isWord: Bool)]

  /// A search for values; those of fewer than four bytes are never found.
  public init(_ values: [Secret]) {
    var forms: [(bytes: [UInt8], value: Int, isWord: Bool)] = []
    for (index, value) in values.enumerated() {
      value.reveal { bytes in
        guard bytes.count >= 4 else { return }
        forms.append((bytes, index, true))
        if bytes.count >= 6 { forms.append((Base64.encode(bytes), index, false)) }
      }
    }
    self.forms = forms
    filter = KeywordFilter(forms.compactMap { Keyword($0.bytes) })
  }

  /// Calls `found` with the index of each value that the bytes hold, once or more often.
  ///
  /// - Parameter hits: a buffer to reuse.
  /// - Complexity: O(bytes + hits).
  public func search(
    _ bytes: Span<UInt8>, hits: inout [KeywordHit], found: (Int) -> Void
  ) {
    filter.findHits(in: bytes, range: 0..<bytes.count, into: &hits)
    for hit in hits {
      let form = forms[hit.keyword]
      if form.isWord, !isWhole(bytes, hit.offset, form.bytes) { continue }
      found(form.value)
    }
  }

  /// Whether a value is not a part of a longer word at its place.
  private func isWhole(_ bytes: Span<UInt8>, _ offset: Int, _ value: [UInt8]) -> Bool {
    let end = offset + value.count
    let startsInside =
      offset > 0 && Self.isWord(value[0]) && Self.isWord(bytes[offset - 1])
    let endsInside =
      end < bytes.count && Self.isWord(value[value.count - 1]) && Self.isWord(bytes[end])
    return !startsInside && !endsInside
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }
}
