internal import Findings
internal import Logs

/// Reads the named values of XML that writes them as two elements side by side:
/// `<name>DB_PASSWORD</name> … <value>…</value>`, as the parameters of a Jenkins build and the properties
/// of Hadoop and its kin stand there. O(length).
struct XMLPairs {
  private let file: [UInt8]
  private(set) var assignments: [Assignment] = []
  private(set) var places = PlaceTable()

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
      guard let value = value(behind: name.upperBound) else { continue }
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

  /// The value before the next name.
  private func value(behind start: Int) -> Range<Int>? {
    let limit = min(file.count, start + Self.reach)
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
