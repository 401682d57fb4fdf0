internal import Rules

/// Looks for values of a provider's shape behind the provider's name.
///
/// How the two hang together decides: `NAME_KEY=value` is an assignment, `name secret value` and
/// `curl api.name.com -H "Authorization: value"` are mentions, `name value` only stands beside.
struct ProviderScanner {
  /// How a value hangs on the name.
  enum Bond: Sendable, Hashable {
    case assigned, mentioned, beside
  }

  /// A value of a rule's shape.
  struct Match: Sendable, Hashable {
    let rule: Int
    let range: Range<Int>
    let name: Range<Int>
    let bond: Bond
  }

  /// How far from a value its provider's name may stand on the line, in bytes.
  private static let reach = 192

  private let bytes: [UInt8]
  private(set) var matches: [Match] = []
  /// The names that were met, in order.
  private var met: [(offset: Int, entry: Int)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Looks behind a name at an offset. Costs a bounded number of bytes.
  mutating func examine(
    _ hit: ProviderNames.Hit, at offset: Int, _ engine: DetectionEngine,
    _ shapes: inout ProviderShapes
  ) {
    let end = offset + hit.length
    guard WordBoundary.begins(bytes, at: offset), WordBoundary.ends(bytes, at: end) else { return }
    met.append((offset, hit.entry))
    var walk = Walk(bytes, name: offset..<end)
    while let place = walk.next() {
      for rule in engine.providers.entries[hit.entry].rules {
        for shape in shapes.shapes(ofRule: rule, engine) {
          guard let valueEnd = shape.end(in: bytes, from: place),
            let bond = walk.bond(of: place..<valueEnd)
          else { continue }
          matches.append(
            Match(rule: rule, range: place..<valueEnd, name: walk.name, bond: bond))
          return
        }
      }
    }
  }

  /// The match for a value that was found by its name, if a provider's word stands in the name,
  /// before it, or elsewhere on the line.
  func match(
    of assignment: ScannedAssignment, _ engine: DetectionEngine, _ shapes: inout ProviderShapes
  ) -> Match? {
    guard !SecretWord.nameSomethingElse(bytes[assignment.name]) else { return nil }
    let range = assignment.range
    let value = Array(bytes[range])
    if let provider = engine.providers.find(in: bytes, assignment.name)
      ?? engine.providers.find(in: bytes, wordBefore(assignment.name))
    {
      return shapes.rule(provider.entry, fitting: value, engine).map {
        Match(rule: $0, range: range, name: assignment.name, bond: .assigned)
      }
    }
    for entry in entriesOnLine(of: range) {
      if let rule = shapes.rule(entry, fitting: value, engine) {
        return Match(rule: rule, range: range, name: assignment.name, bond: .mentioned)
      }
    }
    return nil
  }

  /// The rule of the provider whose word stands in the name of a value, or before it.
  func issuer(of assignment: ScannedAssignment, _ engine: DetectionEngine) -> Int? {
    engine.providers.issuer(in: bytes, assignment.name)
      ?? engine.providers.issuer(in: bytes, wordBefore(assignment.name))
  }

  /// Whether a name with a provider's word in it may hold a secret: it says so, or says nothing else.
  static func isSecretName(_ name: ArraySlice<UInt8>, around word: Range<Int>) -> Bool {
    name.count == word.count
      || SecretName.meaning(of: name) != nil && !SecretWord.nameSomethingElse(name)
  }

  /// The word before a name on its line: the `box` of `box token = …`.
  private func wordBefore(_ name: Range<Int>) -> Range<Int> {
    var end = name.lowerBound
    while end > 0, name.lowerBound - end < 3, !bytes[end - 1].isAlphanumeric,
      !bytes[end - 1].isNewline
    {
      end -= 1
    }
    var start = end
    while start > 0, end - start < 32, bytes[start - 1].isNameByte { start -= 1 }
    return start..<end
  }

  /// The names that were met on the line of a value, within reach.
  private func entriesOnLine(of value: Range<Int>) -> [Int] {
    guard !met.isEmpty else { return [] }
    var lowest = value.lowerBound
    while lowest > 0, value.lowerBound - lowest < Self.reach, !bytes[lowest - 1].isNewline {
      lowest -= 1
    }
    var highest = value.upperBound
    while highest < bytes.count, highest - value.upperBound < Self.reach,
      !bytes[highest].isNewline
    {
      highest += 1
    }
    var index = met.partition(atOrBehind: lowest)
    var entries: [Int] = []
    while index < met.count, met[index].offset < highest, entries.count < 4 {
      entries.append(met[index].entry)
      index += 1
    }
    return entries
  }
}

extension [(offset: Int, entry: Int)] {
  /// The index of the first element at or behind an offset.
  fileprivate func partition(atOrBehind offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
