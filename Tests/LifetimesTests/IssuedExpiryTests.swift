import Findings
import Lifetimes
import Testing

/// Values whose end, or whose beginning, stands in them in a form of their own.
@Suite struct IssuedExpiryTests {
  private func read(_ text: String, _ source: ExpirySource) -> ExpiryFacts? {
    ExpiryReader.read(Secret(text.utf8), source: source)
  }

  private func base64(_ text: String, isURL: Bool = false) -> String {
    String(decoding: Base64.encode(Array(text.utf8), isURL: isURL), as: UTF8.self)
  }

  private let end = Timestamp(year: 2026, month: 1, day: 1)

  @Test func `signed URLs of Google Cloud Storage`() throws {
    let four = try #require(
      read("X-Goog-Date=20251231T230000Z&X-Goog-Expires=3600&X-Goog-Signature=ab", .gcsSignedURL))
    #expect(four.expires == end && four.issued?.day == "2025-12-31")
    let two = read("GoogleAccessId=a%40b&Expires=\(end.seconds)&Signature=x%3D", .gcsSignedURL)
    #expect(two?.expires == end)
    for none in [
      "X-Goog-Date=20251231T230000Z&X-Goog-Expires=604801&X-Goog-Signature=ab",
      "X-Goog-Signature=ab",
    ] {
      #expect(try #require(read(none, .gcsSignedURL)).expires == nil)
    }
    #expect(read("Expires=1&Signature=x", .gcsSignedURL) == nil)
  }

  @Test func `signed URLs of CloudFront`() throws {
    #expect(
      read("Expires=\(end.seconds)&Signature=x&Key-Pair-Id=K", .cloudFrontSignedURL)?.expires == end
    )
    let policy =
      #"{"Statement":[{"Resource":"https://d/*?a~","Condition":{"DateLessThan":{"AWS:EpochTime":\#(end.seconds)},"DateGreaterThan":{"AWS:EpochTime":1700000000}}}]}"#
    let text = String(base64(policy).map { ["+": "-", "=": "_", "/": "~"][$0] ?? $0 })
    let custom = try #require(
      read("Policy=\(text)&Signature=x&Key-Pair-Id=K", .cloudFrontSignedURL))
    #expect(custom.expires == end && custom.notBefore == Timestamp(seconds: 1_700_000_000))
    #expect(read("Expires=1&Signature=x", .cloudFrontSignedURL) == nil)
    #expect(read("Policy=e30_&Signature=x&Key-Pair-Id=K", .cloudFrontSignedURL) == nil)
  }

  @Test func `passwords of Amazon ECR`() {
    let password = base64(
      #"{"payload":"abc","datakey":"x","version":"2","type":"DATA_KEY","expiration":\#(end.seconds)}"#
    )
    #expect(read(password, .ecrPassword)?.expires == end)
    #expect(read(base64("AWS:" + password), .ecrPassword)?.expires == end)
    #expect(read("AAAA", .ecrPassword) == nil)
  }

  @Test func `organization tokens of Sentry tell when they were issued`() {
    let json = #"{"iat":\#(end.seconds).698,"url":"https://sentry.io","org":"shop"}"#
    let facts = read(
      "sntrys_" + base64(json) + "_" + String(repeating: "a", count: 43), .sentryToken)
    #expect(facts?.issued == end && facts?.hasNoExpiry == true && facts?.expires == nil)
    #expect(read("sntrys_x_y", .sentryToken) == nil)
  }

  @Test func `bot tokens of Discord tell when they were issued`() {
    let seconds = UInt32(end.seconds - 1_293_840_000)
    let bytes = (0..<4).reversed().map { UInt8(truncatingIfNeeded: seconds >> (UInt32($0) * 8)) }
    let part = String(decoding: Base64.encode(bytes, isURL: true), as: UTF8.self)
    let token =
      base64("123456789012345678", isURL: true) + ".\(part)." + String(repeating: "a", count: 27)
    #expect(read(token, .discordToken)?.issued == end)
    #expect(read(token.replacing(part, with: "AAAAAA"), .discordToken) == nil)
  }

  @Test func `a verdict names its witness`() {
    var facts = ExpiryFacts(expires: end)
    facts.witness = "the certificate beside it, made for the same key,"
    let dead = LifetimeVerdict.judge(
      .static, expiry: facts, seenAt: nil, asOf: Timestamp(year: 2027, month: 1, day: 1))
    // Nobody checked who made the certificate: the key is not dead for it.
    #expect(dead.state == .noExpiry)
    #expect(
      dead.evidence.hasSuffix(
        "the certificate beside it, made for the same key, says that it expired on "
          + "2026-01-01T00:00:00Z, which a newer one may replace"))
    let alive = LifetimeVerdict.judge(
      .static, expiry: facts, seenAt: nil, asOf: Timestamp(year: 2025, month: 1, day: 1))
    #expect(alive.state == .validUntil(end))
  }
}
