import Findings

/// What was hidden at somebody's wish, in words.
enum HidingWords {
  /// One phrase for each comment or line of a configuration that hides something.
  static func phrases(_ suppressions: [Suppression: Int]) -> [String] {
    suppressions.sorted { $0.key < $1.key }.map { suppression, count in
      let place = PlaceWords.clipped(suppression.source, 80)
      let source =
        suppression.kind == .inSource ? "by \(place) comments" : "by \(place)"
      return "\(Numbers.grouped(count)) \(source)"
    }
  }

  /// How many findings were hidden.
  static func total(_ suppressions: [Suppression: Int]) -> Int {
    suppressions.values.reduce(0, +)
  }

  /// What a comparison with a baseline came to, one phrase a state.
  static func phrases(_ comparison: BaselineComparison) -> [String] {
    var phrases = [
      "\(Numbers.grouped(comparison.new)) new",
      "\(Numbers.grouped(comparison.unchanged)) known",
    ]
    if !comparison.absent.isEmpty {
      phrases.append("\(Numbers.grouped(comparison.absent.count)) gone")
    }
    return phrases + ["against \(PlaceWords.clipped(comparison.name, 80))"]
  }
}
