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

  /// How far from a form's nearest piece the form's ends may lie, at most: wherever in a form a place
  /// is, a piece of it stands whole within this many bytes.
  let reach: Int
  private let filter: KeywordFilter
  /// The keywords of the filter: pieces of forms.
  private let pieces: [Piece]

  /// A part of a form that is looked for.
  private struct Piece {
    let form: ValueForm
    let value: Int
    /// Where in the form it begins, and where the piece before it does.
    let start: Int
    let before: Int?
  }

  /// A search for values; those of fewer than four bytes are never found.
  public init(_ values: [Secret]) {
    valueCount = values.count
    var pieces: [Piece] = []
    var keywords: [Keyword] = []
    for (value, secret) in values.enumerated() {
      for form in secret.reveal(ValueForm.forms) {
        var before: Int?
        for range in FormPieces.ranges(of: form.bytes) {
          // The filter knows keywords by their places, so one that is none must leave both lists.
          guard let keyword = Keyword(form.bytes[range]) else { continue }
          keywords.append(keyword)
          pieces.append(
            Piece(form: form, value: value, start: range.lowerBound, before: before))
          before = range.lowerBound
        }
      }
    }
    self.pieces = pieces
    filter = KeywordFilter(keywords)
    reach = keywords.reduce(0) { max($0, $1.bytes.count) }
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

  /// Calls `found` with each place where a value stands of which a piece lies in a range, in no
  /// particular order. What lies around the range is looked at.
  func search(
    _ bytes: Span<UInt8>, in range: Range<Int>, hits: inout [KeywordHit], found: (Hit) -> Void
  ) {
    filter.findHits(in: bytes, range: range, into: &hits)
    for hit in hits {
      let piece = pieces[hit.keyword]
      let start = hit.offset - piece.start
      // The piece before has led here, if it lies in the range.
      if let before = piece.before, start + before >= range.lowerBound { continue }
      let place = start..<start + piece.form.bytes.count
      guard start >= 0, place.upperBound <= bytes.count, piece.form.stands(at: place, in: bytes)
      else { continue }
      found(Hit(range: place, value: piece.value))
    }
  }
}
