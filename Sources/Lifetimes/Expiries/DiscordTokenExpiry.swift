internal import Findings

/// A Discord bot token: the bot's id, the second of its issue counted from 2011-01-01, and a signature,
/// each in base64. It holds no expiry.
enum DiscordTokenExpiry {
  private static let beginning: Int64 = 1_293_840_000
  /// Discord opened in May 2015: an older second means something else.
  private static let opening = Timestamp(year: 2015, month: 5, day: 1)

  static func read(_ token: [UInt8]) -> ExpiryFacts? {
    let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = Base64.decode(parts[1]), bytes.count == 4 else {
      return nil
    }
    let seconds = bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) }
    let issued = Timestamp(seconds: beginning + seconds)
    return issued >= opening ? ExpiryFacts(issued: issued, hasNoExpiry: true) : nil
  }
}
