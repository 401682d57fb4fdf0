@testable import Detection

/// Texts of what matters to a scan, and random changes of them with their copies known.
struct ChangedText {
  private(set) var bytes: [UInt8]
  private var random: Fixture.Generator
  private let pieces: [[UInt8]]

  init(seed: UInt64, pieces: [String], lines: Int) {
    random = Fixture.Generator(state: seed)
    self.pieces = pieces.map { Array($0.utf8) }
    bytes = []
    for _ in 0..<lines { bytes += piece() }
  }

  /// Changes the text at random and says how.
  mutating func change() -> TextChange {
    let old = bytes
    var copies: [TextChange.Copy] = []
    var new: [UInt8] = []
    func copy(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      if let last = copies.last, last.base.upperBound == range.lowerBound, last.end == new.count {
        copies[copies.count - 1] = .init(
          base: last.base.lowerBound..<range.upperBound, start: last.start)
      } else {
        copies.append(.init(base: range, start: new.count))
      }
      new += old[range]
    }
    var place = 0
    let edits = 1 + number(below: 4)
    let places = (0..<edits).map { _ in edge() }.sorted()
    for edit in places where edit >= place {
      copy(place..<edit)
      place = edit
      switch number(below: 9) {
      case 0: place = min(old.count, place + number(below: 40))  // A deletion: a seam.
      case 1: for _ in 0...number(below: 6) { new += piece() }
      case 2:  // Half of a token, or of a name.
        let half = piece()
        new += half.prefix(number(below: half.count + 1))
      case 3:  // A block that stands elsewhere, too.
        let from = edge()
        copy(from..<min(old.count, from + number(below: 300)))
      case 4: place = min(old.count, place + 1)
      case 5: new.append([0x0A, 0x22, 0x3D, 0x20, 0x0D, 0x5C, 0x41][number(below: 7)])
      case 6:  // The same bytes, but not copied.
        let end = min(old.count, place + number(below: 30))
        new += old[place..<end]
        place = end
      case 7:  // A line is removed.
        while place < old.count, old[place] != 0x0A { place += 1 }
        place = min(old.count, place + 1)
      default: place = min(old.count, place + number(below: 400))
      }
    }
    if number(below: 12) > 0 { copy(place..<old.count) }
    bytes = new
    return TextChange(copies: copies, baseSize: old.count)
  }

  /// Any place, or one where something begins or ends.
  private mutating func edge() -> Int {
    guard !bytes.isEmpty else { return 0 }
    var place = number(below: bytes.count + 1)
    if number(below: 2) == 0 {
      while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x3D { place += 1 }
      place += number(below: 2)
    }
    return min(place, bytes.count)
  }

  private mutating func piece() -> [UInt8] { pieces[number(below: pieces.count)] }

  private mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
}
