internal import Rules

/// Looks for values of a provider's shape near the provider's name.
///
/// How the two hang together decides: `NAME_KEY=value` is an assignment, `name secret value` and
/// `curl api.name.com -H "Authorization: value"` are mentions, `name value` only stands beside.
struct ProviderScanner {
  /// How far from a value its provider's name may stand on the line, in bytes.
  static let reach = 192
  /// What stands between a provider's word and a word for a secret.
  private static let joints = ByteSet(" \t_-.")
  /// What stands between a word for a secret and its value.
  private static let marks = ByteSet(" \t-:=\"'>")

  let bytes: [UInt8]

  /// The first value of a right shape behind one of the names that begin at a place. Costs a bounded
  /// number of bytes, all of them on one line.
  func match(
    of names: [(entry: Int, end: Int)], at start: Int, _ engine: DetectionEngine,
    _ shapes: inout ProviderShapes
  ) -> ProviderMatch? {
    for (entry, end) in names {
      var walk = Walk(bytes, name: start..<end)
      while let place = walk.next() {
        for rule in engine.providers.rules(of: entry) {
          for shape in shapes.shapes(ofRule: rule, engine) {
            guard let valueEnd = shape.end(in: bytes, from: place),
              OpaqueRuns.isOne(bytes, place..<valueEnd),
              let bond = walk.bond(of: place..<valueEnd)
            else { continue }
            return ProviderMatch(
              rule: rule, range: place..<valueEnd, name: walk.name, bond: bond)
          }
        }
      }
    }
    return hanging(on: names, at: start, engine) ?? named(names, at: start, engine)
  }

  /// A generated value of any shape behind the provider's word and a word for a secret, with nothing
  /// else between them: `clarifai KEY 9f8a…`, `clarifai-SECRET-9f8a…`, `clarifai  private   key : …`.
  private func named(
    _ names: [(entry: Int, end: Int)], at start: Int, _ engine: DetectionEngine
  ) -> ProviderMatch? {
    for (entry, end) in names {
      var place = gap(from: end, Self.joints)
      var wordEnd: Int?
      while place - end < 40, let length = SecretWord.length(in: bytes, at: place) {
        wordEnd = place + length
        place = gap(from: place + length, Self.joints)
      }
      guard let wordEnd else { continue }
      let value = gap(from: wordEnd, Self.marks)
      guard value > wordEnd, let range = generated(at: value),
        let rule = engine.providers.rules(of: entry).first
      else { continue }
      return ProviderMatch(rule: rule, range: range, name: start..<wordEnd, bond: .mentioned)
    }
    return nil
  }

  /// Just behind a few bytes of a set.
  private func gap(from start: Int, _ set: ByteSet) -> Int {
    var place = start
    while place < bytes.count, place - start < 12, set.contains(bytes[place]) { place += 1 }
    return place
  }

  /// The generated value that begins at a place; what has a digest's length names things as often.
  private func generated(at start: Int) -> Range<Int>? {
    var end = start
    while end < bytes.count, end - start <= 512,
      bytes[end].isBase64Digit || bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "~")
    {
      end += 1
    }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    while end < bytes.count, end - start <= 512, bytes[end] == UInt8(ascii: "=") { end += 1 }
    let value = Array(bytes[start..<end])
    guard (16...512).contains(value.count), value.contains(where: \.isDigit),
      end == bytes.count || !bytes[end].isNameByte && !"(@:/".utf8.contains(bytes[end]),
      ![32, 40, 64].contains(value.count) || !value.allSatisfy(\.isHexDigit),
      !TokenShape.isUUID(value), OpaqueRuns.isOne(bytes, start..<end),
      TokenShape.looksGenerated(value, minimum: 16)
    else { return nil }
    return start..<end
  }

  /// A hash's worth of hexadecimal digits that a dash joins to the provider's word and a word for a
  /// secret, `clarifaiPRIVATE-9f8a…`: the joint says what the shape does not.
  private func hanging(
    on names: [(entry: Int, end: Int)], at start: Int, _ engine: DetectionEngine
  ) -> ProviderMatch? {
    for (entry, end) in names {
      var place = end
      if place < bytes.count, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "_")
      {
        place += 1
      }
      guard let length = SecretWord.length(in: bytes, at: place) else { continue }
      let value = place + length + 1
      guard value < bytes.count, bytes[value - 1] == UInt8(ascii: "-") else { continue }
      var valueEnd = value
      while valueEnd < bytes.count, valueEnd - value <= 128, bytes[valueEnd].isHexDigit {
        valueEnd += 1
      }
      guard [32, 40, 48, 64, 128].contains(valueEnd - value),
        valueEnd == bytes.count || !bytes[valueEnd].isNameByte,
        OpaqueRuns.isIrregular(bytes, value..<valueEnd),
        let rule = engine.providers.rules(of: entry).first
      else { continue }
      return ProviderMatch(
        rule: rule, range: value..<valueEnd, name: start..<value - 1, bond: .mentioned)
    }
    return nil
  }

  /// The match for a value that was found by its name, if a provider's word stands in the name,
  /// before it, or elsewhere on the line.
  func match(
    of assignment: ScannedAssignment, _ engine: DetectionEngine, _ shapes: inout ProviderShapes
  ) -> ProviderMatch? {
    guard !SecretWord.nameSomethingElse(bytes[assignment.name]) else { return nil }
    let range = assignment.range
    let value = Array(bytes[range])
    for part in [assignment.name, wordBefore(assignment.name)] {
      let (rule, isNamed) = engine.providers.rule(in: bytes, part) { entry, _ in
        shapes.rule(entry, fitting: value, engine)
      }
      if let rule {
        // An abbreviation may be somebody else's.
        return ProviderMatch(
          rule: rule, range: range, name: assignment.name, bond: isNamed ? .assigned : .mentioned)
      }
      if isNamed { return nil }
    }
    for entry in entriesOnLine(of: range, engine) {
      if let rule = shapes.rule(entry, fitting: value, engine) {
        return ProviderMatch(rule: rule, range: range, name: assignment.name, bond: .mentioned)
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

  /// The first names on the line of a value, within reach.
  private func entriesOnLine(of value: Range<Int>, _ engine: DetectionEngine) -> [Int] {
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
    var entries: [Int] = []
    while entries.count < 4,
      let (start, names) = engine.providers.next(in: bytes, from: lowest, to: highest)
    {
      entries.append(names[0].entry)
      lowest = start + 1
    }
    return entries
  }
}
