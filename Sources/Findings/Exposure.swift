/// From when to when a printed credential could be used by whoever read the log.
public struct Exposure: Sendable, Hashable {
  /// When the line was printed.
  public let from: Timestamp
  /// When the credential died or will die, and not before it was printed; `nil` if it lives until
  /// someone rotates it.
  public let until: Timestamp?

  /// How many seconds the window was open; `nil` if it is open without an end.
  public var seconds: Int64? { until.map { $0.seconds - from.seconds } }
}

extension Finding {
  /// The exposure window of a printed value; `nil` for what was not printed, and where nothing is known
  /// of the credential's life.
  public var exposure: Exposure? {
    guard let from = location.place.time, let state = lifetime?.state else { return nil }
    switch state {
    case .expiredProved(let end), .expiredByBound(let end), .validUntil(let end):
      return Exposure(from: from, until: max(from, end))
    case .noExpiry: return Exposure(from: from, until: nil)
    case .unknown: return nil
    }
  }
}
