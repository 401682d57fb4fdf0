internal import Rules

/// Looks for values of a provider's shape near the provider's name.
///
/// How the two hang together decides: `NAME_KEY=value` is an assignment, `name secret value` and
/// `curl api.name.com -H "Authorization: value"` are mentions, `name value` only stands beside.
struct ProviderScanner {
  /// How far from a value its provider's name may stand on the line, in bytes.
  static let reach = 192

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
    return NamedValue(bytes: bytes).match(of: names, at: start, engine)
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
