internal import Patterns

extension TextScanner {
  /// Finds the escapes of a text that was made of another one.
  ///
  /// Whether an escape is worth taking off is a matter of the keywords around it, most of which leave
  /// no record: they are looked for around those that the change can have touched. The others are as
  /// they were.
  ///
  /// - Parameter touched: where escapes stand near the change.
  func follow(
    _ base: [EscapeMark], through change: TextChange, in bytes: [UInt8], touched: [Int],
    into found: inout TextRecords
  ) {
    if base.isEmpty, touched.isEmpty { return }
    let keyword = engine.tables.reach.keyword
    var held: [EscapeMark] = []
    var again = Set(touched)
    for copy in change.copies {
      var index = base.firstIndex(at: copy.base.lowerBound) { Int($0.offset) }
      while index < base.count, base[index].offset < copy.base.upperBound {
        var escape = base[index]
        let window = EscapeMarks.window(
          of: Int(escape.offset), in: change.baseSize, keyword: keyword)
        escape.offset += Int32(copy.shift)
        if change.holds(window, in: copy, count: bytes.count) {
          held.append(escape)
        } else {
          again.insert(Int(escape.offset))
        }
        index += 1
      }
    }
    if again.isEmpty {
      found.escapes = held
      return
    }
    var all = held.filter { !again.contains(Int($0.offset)) }
    var hits: [KeywordHit] = []
    for range in ranges(around: again.sorted(), in: bytes.count, keyword: keyword) {
      found.work.bytes += range.count
      engine.tables.filter.findHits(in: bytes.span, range: range, into: &hits)
      var seen = EscapeMarks(keepsAll: true)
      for hit in hits {
        switch engine.meaning(ofKeyword: hit.keyword) {
        case .anchor, .word: seen.see(wordAt: hit.offset)
        case .escape(let mark): seen.see(mark, at: hit.offset)
        case .comment: break
        }
      }
      all += seen.marks.filter { again.contains(Int($0.offset)) }
    }
    found.escapes = all.sorted { $0.offset < $1.offset }
  }

  /// What decides about escapes at some places, those together that meet.
  private func ranges(around places: [Int], in count: Int, keyword: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for place in places {
      let window = EscapeMarks.window(of: place, in: count, keyword: keyword)
      if let last = ranges.last, last.upperBound >= window.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<window.upperBound
      } else {
        ranges.append(window)
      }
    }
    return ranges
  }
}
