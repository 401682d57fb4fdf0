/// What a tool's findings are worth where it is known what was planted.
struct Score: Equatable {
  /// For each planted secret, whether one of its places was found.
  var isFound: [Bool]
  /// Findings of which no place holds a planted secret.
  var falseFindings: Int

  var found: Int { isFound.count { $0 } }

  /// Complexity: one look into a table for each place.
  init(planted: [PlantedSecret], findings: [Found]) {
    var table: [String: [(lines: ClosedRange<Int>, secret: Int)]] = [:]
    for (index, secret) in planted.enumerated() {
      for place in secret.places {
        table[Self.key(place), default: []].append((place.lines, index))
      }
    }
    isFound = Array(repeating: false, count: planted.count)
    falseFindings = 0
    for finding in findings {
      let hits = Self.places(of: finding).flatMap { place in
        table[Self.key(place), default: []]
          .filter { $0.lines.overlaps(place.lines) }.map(\.secret)
      }
      for secret in hits { isFound[secret] = true }
      if hits.isEmpty { falseFindings += 1 }
    }
  }

  private static func key(_ place: FoundPlace) -> String {
    place.path + "!" + (place.member ?? "")
  }

  /// A printed environment is right if one of its variables is.
  private static func places(of finding: Found) -> [FoundPlace] {
    finding.places + finding.members.flatMap(places)
  }
}
