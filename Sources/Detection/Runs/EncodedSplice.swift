/// Follows the encoded text of a base through a change: takes over what stands between its parts, and
/// says how far behind each of them is to be read again.
///
/// A text is read from left to right, and what continues a stretch begins none. So what a line holds
/// is a matter of those before it; but where neither a stretch of the base nor one of the text reaches
/// on, all that follows is as it was.
struct EncodedSplice {
  /// What stands in the text, as far as it was read or taken over.
  var records: [RunRecords.Encoded] = []
  private let base: [RunRecords.Encoded]
  private let copies: [TextChange.Copy]
  /// The records of the base whose windows were copied, and the next that may be taken over.
  private var held: [RunRecords.Encoded] = []
  private var next = 0
  /// Where records stand in the text whose windows were not copied whole.
  private var cuts: [Int] = []
  /// Up to where the text was read.
  private var read = 0
  private var copy = 0

  /// - Parameter count: the length of the text.
  init(_ change: TextChange, of base: [RunRecords.Encoded], count: Int) {
    self.base = base
    copies = change.copies
    if base.isEmpty { return }
    for copy in copies {
      var index = base.firstIndex(at: copy.base.lowerBound) { $0.place }
      while index < base.count, base[index].place < copy.base.upperBound {
        if change.holds(base[index].window, in: copy, count: count) {
          held.append(base[index].moved(by: copy.shift))
        } else {
          cuts.append(base[index].place + copy.shift)
        }
        index += 1
      }
    }
  }

  /// Just behind the last stretch.
  var end: Int { records.last?.end ?? 0 }

  /// The parts of the text that are read again: zones around changes, and where a stretch began whose
  /// later lines they touch. In order.
  func parts(with zones: [Range<Int>]) -> [Range<Int>] {
    if cuts.isEmpty { return zones }
    return (zones + cuts.map { $0..<$0 + 1 }).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Takes over what stands between what was read and a place.
  mutating func inherit(before place: Int) {
    while next < held.count, held[next].place < place {
      if held[next].place >= read { records.append(held[next]) }
      next += 1
    }
  }

  /// What must be read behind what was read, up to where the next part begins; `nil` if from there on
  /// all is as in the base.
  mutating func rest(behind read: Int, before limit: Int) -> Range<Int>? {
    self.read = read
    let reach = min(limit, max(end, oldEnd(at: read)))
    return read < reach ? read..<reach : nil
  }

  /// Just behind the last stretch that the base has before a place of the text, in the text.
  private mutating func oldEnd(at place: Int) -> Int {
    if base.isEmpty { return 0 }
    while copy < copies.count, copies[copy].end <= place { copy += 1 }
    guard copy < copies.count, copies[copy].start <= place else { return 0 }
    let shift = copies[copy].shift
    let index = base.firstIndex(at: place - shift) { $0.place }
    return index > 0 ? base[index - 1].end + shift : 0
  }
}
