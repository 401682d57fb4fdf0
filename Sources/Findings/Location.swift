/// Where a finding stands: SARIF's location.
public struct Location: Sendable, Hashable {
  /// The document.
  public let origin: Origin
  /// The secret's own bytes in the document.
  public let region: Region
  /// The place in words.
  public let place: Place
  /// GitHub's `primaryLocationLineHash` of the region's first line (`hex:count`); `nil` where the
  /// document is not a file that code scanning could hash itself.
  public let lineHash: String?

  /// A location.
  public init(origin: Origin, region: Region, place: Place, lineHash: String? = nil) {
    self.origin = origin
    self.region = region
    self.place = place
    self.lineHash = lineHash
  }
}
