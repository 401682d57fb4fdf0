/// A secret that the generator put into a log.
struct PlantedSecret: Equatable {
  /// Whether something in the log cuts it into pieces.
  enum Shape: String, CaseIterable {
    /// It stands there as it is.
    case whole
    /// A colour code stands behind its first bytes.
    case coloured
    /// A record of the log ends inside it, and the next one goes on.
    case continued
  }

  /// What it is, such as `GitHub token`.
  var kind: String
  var shape: Shape
  /// Each place where the archive holds it: GitHub's hold each line twice.
  var places: [FoundPlace]
}
