import Findings
import Lifetimes
import Testing

@Suite struct JWTExpiryTests {
  private func read(_ payload: String, before: String = "", header: String = #"{"alg":"RS256"}"#)
    -> ExpiryFacts?
  {
    let parts = [header, payload, "signature"].map {
      String(decoding: Base64.encode(Array($0.utf8), isURL: true), as: UTF8.self)
    }
    return ExpiryReader.read(
      Secret((before + parts.joined(separator: ".")).utf8), source: .jwt)
  }

  @Test func readsTheThreeTimes() throws {
    let facts = try #require(read(#"{"iat":1700000000,"nbf":1700000060,"exp":1700003600}"#))
    #expect(facts.issued == Timestamp(seconds: 1_700_000_000))
    #expect(facts.notBefore == Timestamp(seconds: 1_700_000_060))
    #expect(facts.expires == Timestamp(seconds: 1_700_003_600))
    #expect(!facts.hasNoExpiry)
  }

  @Test(arguments: ["ghs_1234567_", "glcbt-", "Bearer "])
  func readsTokensThatHoldOne(_ before: String) throws {
    let facts = try #require(read(#"{"exp":1700003600}"#, before: before))
    #expect(facts.expires == Timestamp(seconds: 1_700_003_600))
  }

  @Test(arguments: ["1700003600", "1700003600.5", "1700003600000", #""1700003600""#, "1.7000036e9"])
  func readsNumbersAsIssuersWriteThem(_ number: String) throws {
    let facts = try #require(read("{\"exp\":\(number)}"))
    #expect(facts.expires == Timestamp(seconds: 1_700_003_600))
  }

  /// An expiry that cannot be read is not "no expiry".
  @Test(arguments: [
    "-1", "0", "1e300", "true", "{}", "[]", #""soon""#, "99999999999999999999999999",
  ])
  func takesNoNonsense(_ number: String) throws {
    let facts = try #require(read("{\"exp\":\(number)}"))
    #expect(facts.expires == nil)
    #expect(!facts.hasNoExpiry)
  }

  @Test(arguments: [#"{"sub":"ci"}"#, #"{"exp":null}"#])
  func tellsTokensWithoutExpiry(_ payload: String) throws {
    let facts = try #require(read(payload))
    #expect(facts.hasNoExpiry)
  }

  @Test func tellsIssuerAndKindOfSubject() throws {
    let facts = try #require(
      read(
        #"{"iss":"https://token.actions.githubusercontent.com","sub":"repo:acme/widgets:ref:refs/heads/main","exp":1}"#
      ))
    #expect(
      facts.facts == [
        .init("issuer", "https://token.actions.githubusercontent.com"),
        .init("subject", "a GitHub Actions job"), .init("algorithm", "RS256"),
      ])
  }

  @Test func tellsNoSubjectAndNoStrangeIssuer() throws {
    let facts = try #require(
      read(#"{"iss":"https://ci:hunter2@example.com","sub":"jane@example.com"}"#))
    #expect(facts.facts == [.init("algorithm", "RS256")])
  }

  @Test(arguments: [
    "", "eyJ", "eyJ.", "eyJhbGciOiJIUzI1NiJ9", "eyJhbGciOiJIUzI1NiJ9.", "eyJhbGciOiJIUzI1NiJ9.e30",
    "eyJhbGciOiJIUzI1NiJ9.W10.x", "eyJ!.eyJ!.x", "eyJhbGciOiJIUzI1NiJ9.eyJ9.x", "...",
  ])
  func survivesWhatIsNone(_ text: String) {
    let facts = ExpiryReader.read(Secret(text.utf8), source: .jwt)
    #expect(facts?.expires == nil)
  }

  @Test func survivesDeepAndLongPayloads() {
    let deep = String(repeating: "[", count: 20_000)
    #expect(read("{\"exp\":\(deep)") == nil)
    #expect(read("{\"iss\":\"\(String(repeating: "a", count: 100_000))\"}") == nil)
  }
}
