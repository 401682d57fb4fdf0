/// Why no finding could be explained.
public enum ExplanationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No finding has an id that begins so.
  case unknown(id: String)
  /// Several findings have; some of their ids, long enough to tell them apart, and how many they
  /// are.
  case ambiguous(id: String, candidates: [String], count: Int)

  /// One line.
  public var description: String {
    switch self {
    case .unknown(let id): "no finding has an id that begins with \"\(PlaceWords.clipped(id, 64))\""
    case .ambiguous(let id, let candidates, let count):
      "\(count) findings have an id that begins with \"\(PlaceWords.clipped(id, 64))\": "
        + candidates.joined(separator: ", ") + (count > candidates.count ? ", …" : "")
    }
  }
}
