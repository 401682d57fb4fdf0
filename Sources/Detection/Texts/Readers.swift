internal import Findings

/// What reads one text around its keywords.
struct Readers {
  let bytes: [UInt8]
  var assignments: AssignmentScanner
  /// Whether windows are kept, because changed versions of the text may follow.
  let isBase: Bool
  /// The line that was looked at last, without its newline.
  private var line = 0..<0

  init(_ bytes: [UInt8], isBase: Bool) {
    self.bytes = bytes
    self.isBase = isBase
    assignments = AssignmentScanner(bytes)
  }

  /// What the last assignment depends on: the line around the word, as far as the scanner sees, and
  /// what it looked at beyond that.
  mutating func window(of word: Int, value: Range<Int>?) -> Range<Int> {
    find(lineOf: word)
    let line = line
    var lowest = max(line.lowerBound, word - AssignmentScanner.before)
    var highest = min(line.upperBound, word + AssignmentScanner.behind)
    if let reach = assignments.reach {
      lowest = min(lowest, reach.lowerBound)
      find(lineOf: max(reach.upperBound, value?.upperBound ?? 0))
      highest = max(highest, min(self.line.upperBound, word + AssignmentScanner.behind))
    }
    return lowest..<highest
  }

  private mutating func find(lineOf place: Int) {
    if line.contains(place) { return }
    let place = min(place, bytes.count)
    line = bytes.lineStart(before: place, from: 0)..<bytes.lineEnd(behind: place, to: bytes.count)
  }
}

/// Finds the ends of lines behind places that never go back, without passing a byte twice: seams stand
/// close together, and lines may be long.
struct LineEnds {
  /// Where no LF stands.
  private var passed = 0..<0

  /// Where the next LF at or behind a place stands, but not behind `highest`.
  mutating func end(behind place: Int, to highest: Int, in bytes: [UInt8]) -> Int {
    let start = passed.contains(place) ? min(passed.upperBound, highest) : place
    let end = bytes.lineEnd(behind: start, to: highest)
    passed = place..<max(place, end)
    return end
  }
}

extension [UInt8] {
  /// Where the line begins that a place stands on, but not before `lowest`. Lines end with LF.
  func lineStart(before place: Int, from lowest: Int) -> Int {
    place > lowest ? Newlines.endOfLast(in: self, lowest..<place) : place
  }

  /// Where the next LF at or behind a place stands, but not behind `highest`.
  func lineEnd(behind place: Int, to highest: Int) -> Int {
    place < highest ? Newlines.first(in: self, place..<highest) : place
  }
}
