internal import Patterns

/// Which records of a base still hold in a text that was made of it.
struct InheritancePlan {
  /// The records that hold, moved to their new places, in order.
  var inherited: [TextRecord] = []
  /// Keywords that were copied without their whole windows: to be looked at again.
  private(set) var again: [KeywordHit] = []

  /// - Parameters:
  ///   - count: the length of the text.
  ///   - length: the length of a keyword, by its index.
  init(_ change: TextChange, of base: TextRecords, count: Int, length: (Int) -> Int) {
    inherited.reserveCapacity(base.records.count)
    for copy in change.copies {
      for index in Self.first(atOrBehind: copy.base.lowerBound, base.records)..<base.records.count {
        let record = base.records[index]
        guard record.place < copy.base.upperBound else { break }
        if change.holds(record.window, in: copy, count: count) {
          inherited.append(record.moved(by: copy.shift))
        } else if Int(record.place) + length(Int(record.keyword)) <= copy.base.upperBound {
          again.append(
            KeywordHit(offset: Int(record.place) + copy.shift, keyword: Int(record.keyword)))
        }
      }
    }
  }

  /// The first record at or behind an offset. A search for each copy and not a pass over all copies
  /// for each record: a version of one huge line has many of both.
  private static func first(atOrBehind offset: Int, _ records: [TextRecord]) -> Int {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if records[middle].place < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
