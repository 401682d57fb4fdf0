/// A name whose value a CI system masked in a job's log: proof that a secret of that name reached the
/// job, without its value.
public struct MaskedName: Sendable, Hashable {
  /// The name, such as `DB_PASSWORD`.
  public let name: String
  /// The first place, in the report's order, where the value is masked.
  public let location: Location
  /// The steps that printed it, in order, each once; at most ``longestList``.
  public let steps: [String]
  /// In how many places the value is masked.
  public let places: Int

  /// The most steps that are listed.
  public static let longestList = 64

  /// A masked name.
  public init(name: String, location: Location, steps: [String], places: Int) {
    self.name = name
    self.location = location
    self.steps = steps
    self.places = places
  }
}
