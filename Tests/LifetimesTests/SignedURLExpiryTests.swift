import Findings
import Lifetimes
import Testing

@Suite struct AzureSASExpiryTests {
  private func read(_ query: String) -> ExpiryFacts? {
    ExpiryReader.read(Secret(query.utf8), source: .azureSAS)
  }

  @Test(arguments: [
    "2027-01-01T00%3A00%3A00Z", "2027-01-01T00:00:00Z", "2027-01-01", "2027-01-01T00%3A00Z",
    "2027-01-01T00:00:00.0000000Z", "1798761600",
  ])
  func readsExpiriesAsServicesWriteThem(_ expiry: String) throws {
    let facts = try #require(read("sv=2022-11-02&se=\(expiry)&sig=abc%3D"))
    #expect(facts.expires == Timestamp(year: 2027, month: 1, day: 1))
    #expect(!facts.hasNoExpiry)
  }

  @Test(arguments: ["&", "&amp;", "\\u0026"])
  func readsParametersAsFilesWriteThem(_ separator: String) throws {
    let facts = try #require(
      read(
        ["https://x/?sig=abc", "st=2026-01-01", "se=2027-01-01", "sp=rl"].joined(
          separator: separator)))
    #expect(facts.notBefore == Timestamp(year: 2026, month: 1, day: 1))
    #expect(facts.expires == Timestamp(year: 2027, month: 1, day: 1))
    #expect(facts.facts == [.init("permissions", "rl")])
  }

  @Test func diesWithTheKeyThatSigned() throws {
    let facts = try #require(read("se=2027-01-05&ske=2027-01-01&sig=abc"))
    #expect(facts.expires == Timestamp(year: 2027, month: 1, day: 1))
  }

  @Test func knowsThatAStoredPolicyHidesTheExpiry() throws {
    let facts = try #require(read("sv=2022-11-02&si=policy&sig=abc"))
    #expect(facts.expires == nil)
    #expect(!facts.hasNoExpiry)
    #expect(facts.facts == [.init("policy", "stored on the server")])
  }

  @Test(arguments: ["", "?", "&&&", "se=2027-01-01", "sig", "%", "se=%zz&st=%2"])
  func survivesWhatIsNone(_ query: String) {
    #expect(read(query) == nil)
  }

  @Test(arguments: ["never", "9999-99-99", "99999999999999999999", "-5", "%3", ""])
  func takesNoNonsense(_ expiry: String) {
    #expect(read("se=\(expiry)&sig=abc")?.expires == nil)
  }
}

@Suite struct AWSSignedURLExpiryTests {
  private func read(_ query: String) -> ExpiryFacts? {
    ExpiryReader.read(Secret(query.utf8), source: .awsSignedURL)
  }

  @Test func addsDateAndDuration() throws {
    let facts = try #require(
      read(
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + "ASIA" + "QNZGKIQY56JQ7WML"
          + "%2F20260101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20260101T120000Z"
          + "&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=00"))
    #expect(facts.issued == Timestamp(year: 2026, month: 1, day: 1, hour: 12))
    #expect(facts.expires == Timestamp(year: 2026, month: 1, day: 1, hour: 13))
    #expect(facts.facts == [.init("account", "029608264753")])
  }

  @Test func readsVersion2() throws {
    let facts = try #require(read("AWSAccessKeyId=x&Expires=1798761600&Signature=abc%3D"))
    #expect(facts.expires == Timestamp(year: 2027, month: 1, day: 1))
  }

  @Test(arguments: ["0", "-1", "604801", "9223372036854775807", "99999999999999999999", "x", ""])
  func takesNoNonsense(_ seconds: String) throws {
    let facts = try #require(
      read("X-Amz-Date=20260101T120000Z&X-Amz-Expires=\(seconds)&X-Amz-Signature=00"))
    #expect(facts.expires == nil)
  }

  @Test(arguments: ["20260101", "20261301T000000Z", "2026-01-01T00:00", "ZZZZZZZZTZZZZZZZ", ""])
  func takesNoNonsenseAsDate(_ date: String) throws {
    let facts = try #require(read("X-Amz-Date=\(date)&X-Amz-Expires=60&X-Amz-Signature=00"))
    #expect(facts.expires == nil)
  }

  @Test(arguments: ["", "X-Amz-Date=20260101T120000Z&X-Amz-Expires=60", "Signature=x", "Expires=1"])
  func wantsASignature(_ query: String) {
    #expect(read(query) == nil)
  }
}
