internal import Rules

/// The shapes of rules of the detector `named`, read when a name is first met.
struct ProviderShapes {
  private var read: [Int: [SecretShape]] = [:]

  /// The shapes of a rule. A rule file's shapes have been checked, so none is lost.
  mutating func shapes(ofRule index: Int, _ engine: DetectionEngine) -> [SecretShape] {
    if let known = read[index] { return known }
    let shapes = engine.rules[index].naming?.shapes.compactMap { try? SecretShape($0) } ?? []
    read[index] = shapes
    return shapes
  }

  /// The rule of a name for which the value as a whole has a right shape.
  mutating func rule(_ entry: Int, fitting value: [UInt8], _ engine: DetectionEngine) -> Int? {
    engine.providers.rules(of: entry).first { index in
      shapes(ofRule: index, engine).contains { $0.end(in: value, from: 0) == value.count }
    }
  }
}
