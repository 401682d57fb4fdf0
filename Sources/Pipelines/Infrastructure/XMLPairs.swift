internal import Findings
internal import Logs

/// Reads the named values of XML that writes them as two elements side by side:
/// `<name>DB_PASSWORD</name> … <value>…</value>`, or the value first, as the parameters of a Jenkins build and the properties
/// of Hadoop and its kin stand there. O(length).
struct XMLPairs {
  private let file: [UInt8]
  private(set) var assignments: [Assignment] = []
  private(set) var places = PlaceTable()
  /// The end of the last value that has a name.
  private var used = 0

  /// How far behind its name a value may stand, in bytes.
  private static let reach = 2_048

  init(_ file: [UInt8]) { self.file = file }

  /// Whether a text holds such pairs at all.
  static func isPossible(_ bytes: [UInt8]) -> Bool {
    bytes.first == .less && bytes.firstOffset(of: "<name>", from: 0) != nil
      && (bytes.firstOffset(of: "<value>", from: 0) != nil
        || bytes.firstOffset(of: "<defaultValue>", from: 0) != nil)
  }

  mutating func read() {
    var at = 0
    while let open = file.firstOffset(of: "<name>", from: at) {
      let start = open + 6
      at = start
      let name = file.trimmed(start..<text(from: start))
      guard (1...128).contains(name.count),
        file[name].allSatisfy({ $0.isWord || "./- ".utf8.contains($0) })
      else { continue }
      at = name.upperBound
      guard
        let value = value(beside: name.upperBound) ?? value(before: open)
          ?? value(behind: name.upperBound, to: file.count)
      else { continue }
      used = value.upperBound
      let word = decoded(value)
      let found = ValueReading(of: word.bytes, names: .any)
      let place = Place(keyPath: ShownText.bounded(file[name]))
      let range = word.map.raw(found.part)
      places.add(range, place)
      assignments.append(
        Assignment(
          name: ShownText.bounded(file[name]), value: Array(word.bytes[found.part]),
          kind: found.kind, range: range, place: place))
    }
  }

  /// The end of the text that begins at an offset.
  private func text(from start: Int) -> Int {
    file[start...].firstIndex(of: .less) ?? file.count
  }

  /// The value among the elements that follow the name.
  private func value(beside start: Int) -> Range<Int>? {
    // Behind the name's own end.
    guard let first = file[start..<min(file.count, start + Self.reach)].firstIndex(of: .less) else {
      return nil
    }
    let next = file.firstOffset(of: "<name>", from: first, to: min(file.count, first + Self.reach))
    return value(behind: start, to: parentEnd(from: first, to: next).offset)
  }

  /// The value among the elements before a name, if no other has it.
  private func value(before name: Int) -> Range<Int>? {
    let start = max(used, name - Self.reach, 0)
    var best: Range<Int>?
    var at = start
    while let open = file.firstOffset(of: "alue>", from: at, to: name) {
      at = open + 5
      for head in ["<value>", "<defaultValue>"] as [StaticString] {
        let length = head.utf8CodeUnitCount
        guard at >= length, file.has(head, at: at - length) else { continue }
        let value = file.trimmed(at..<min(name, text(from: at)))
        if !value.isEmpty { best = value }
      }
    }
    // Between them only elements that are closed again.
    guard let best, parentEnd(from: best.upperBound, to: name) == (name, 0) else { return nil }
    return best
  }

  /// Where the element ends that is around the one open at an offset, or the limit; and how many
  /// elements are open there within it.
  private func parentEnd(from start: Int, to limit: Int?) -> (offset: Int, depth: Int) {
    let limit = min(file.count, limit ?? file.count, start + Self.reach)
    var depth = 1
    var at = start
    while at < limit, let open = file[at..<limit].firstIndex(of: .less) {
      at = open + 1
      if file.has("</", at: open) {
        depth -= 1
        if depth < 0 { return (open, depth) }
      } else if !file.has("<!", at: open), !file.has("<?", at: open),
        let close = file[at..<limit].firstIndex(of: UInt8(ascii: ">"))
      {
        if file[close - 1] != UInt8(ascii: "/") { depth += 1 }
        at = close + 1
      }
    }
    return (limit, depth)
  }

  /// The value before the next name.
  private func value(behind start: Int, to end: Int) -> Range<Int>? {
    let limit = min(end, file.count, start + Self.reach)
    var at = start
    while at < limit, let open = file[at..<limit].firstIndex(of: .less) {
      if file.has("<name>", at: open) { return nil }
      for head in ["<value>", "<defaultValue>"] as [StaticString] where file.has(head, at: open) {
        let start = open + head.utf8CodeUnitCount
        let value = file.trimmed(start..<text(from: start))
        return value.isEmpty ? nil : value
      }
      at = open + 1
    }
    return nil
  }

  /// The value without entities.
  private func decoded(_ range: Range<Int>) -> ScriptWord {
    var word = ScriptWord(isKept: true)
    var at = range.lowerBound
    while at < range.upperBound {
      if file[at] == UInt8(ascii: "&"),
        let entity = XMLEntity(file[at..<range.upperBound])
      {
        for byte in entity.bytes { word.append(byte, writtenAt: at) }
        at += entity.length
      } else {
        word.append(file, at..<at + 1)
        at += 1
      }
    }
    return word
  }
}
