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
    let records = base.records
    if records.isEmpty { return }
    inherited.reserveCapacity(records.count)
    for copy in change.copies {
      var index = records.firstIndex(at: copy.base.lowerBound) { Int($0.place) }
      while index < records.count, records[index].place < copy.base.upperBound {
        let record = records[index]
        index += 1
        if change.holds(record.window, in: copy, count: count) {
          inherited.append(record.moved(by: copy.shift))
        } else if Int(record.place) + length(Int(record.keyword)) <= copy.base.upperBound {
          again.append(
            KeywordHit(offset: Int(record.place) + copy.shift, keyword: Int(record.keyword)))
        }
      }
    }
  }
}
