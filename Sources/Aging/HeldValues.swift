public import Findings

/// Which values stand in which blobs of a history: looked up once, for all that is asked about them.
public struct HeldValues: Sendable {
  /// For each value whether any blob counts that holds it.
  let isHeld: [Bool]
  /// The values of all blobs, in one list, and where those of each blob end.
  private var values: [Int32] = []
  private var ends: [Int32]

  /// How many values there are.
  var count: Int { isHeld.count }

  /// - Parameters:
  ///   - holders: for each value the blobs that hold it. Those that the history does not name hold
  ///     nothing here.
  ///   - known: for each value the blobs that count even so.
  /// - Complexity: O(blobs of the history, and those of all values).
  public init(
    _ holders: [Set<ObjectID>], in history: History, known: [Set<ObjectID>] = []
  ) {
    var isHeld = known.map { !$0.isEmpty }
    isHeld += [Bool](repeating: false, count: holders.count - isHeld.count)
    var pairs: [(blob: Int32, value: Int32)] = []
    pairs.reserveCapacity(holders.reduce(0) { $0 + $1.count })
    ends = [Int32](repeating: 0, count: history.blobs.count)
    for (value, blobs) in holders.enumerated() {
      for blob in blobs {
        guard let index = history.index(of: blob) else { continue }
        pairs.append((Int32(clamping: index), Int32(clamping: value)))
        ends[index] += 1
        isHeld[value] = true
      }
    }
    self.isHeld = isHeld
    // Where each blob's values begin; they are put there in their order.
    var start: Int32 = 0
    for blob in ends.indices {
      (ends[blob], start) = (start, start + ends[blob])
    }
    values = [Int32](repeating: 0, count: pairs.count)
    for (blob, value) in pairs {
      values[Int(ends[Int(blob)])] = value
      ends[Int(blob)] += 1
    }
  }

  /// Where the values of a blob are, ascending; empty if none stands there.
  func places(of blob: Int) -> Range<Int> {
    Int(blob == 0 ? 0 : ends[blob - 1])..<Int(ends[blob])
  }

  /// The value at such a place.
  func value(at place: Int) -> Int { Int(values[place]) }
}
