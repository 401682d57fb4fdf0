import Findings

/// Makes a long list of a report in pieces, each by itself, so that several threads can: a few are made
/// at the same time and handed out in order.
struct Pieces {
  /// Who makes them.
  let sharing: any Sharing

  /// How many elements a piece holds, and how many pieces are held before they are handed out.
  private static let length = 256
  private static let held = 16

  /// Calls `take` with what `make` makes of each stretch of some elements, in order.
  func write<Piece: Sendable>(
    of count: Int, _ make: @escaping @Sendable (Range<Int>) -> Piece, to take: (Piece) -> Void
  ) {
    let ranges = stride(from: 0, to: count, by: Self.length).map {
      $0..<min($0 + Self.length, count)
    }
    for first in stride(from: 0, to: ranges.count, by: Self.held) {
      let batch = ranges[first..<min(first + Self.held, ranges.count)]
      if batch.count == 1 {
        take(make(batch[first]))
      } else {
        for piece in sharing.map(batch.count, { make(batch[first + $0]) }) { take(piece) }
      }
    }
  }
}
