import Findings
import Lifetimes
import Testing

@Suite struct PyPIMacaroonExpiryTests {
  /// A token with these caveats, written packet by packet.
  private func token(
    _ caveats: [String], location: String = "pypi.org", signature: Int = 32
  ) -> [UInt8] {
    func packet(_ type: UInt8, _ data: some Collection<UInt8>) -> [UInt8] {
      [type, UInt8(data.count)] + data
    }
    var bytes: [UInt8] = [2] + packet(1, location.utf8) + packet(2, "id".utf8) + [0]
    for caveat in caveats { bytes += packet(2, caveat.utf8) + [0] }
    bytes += [0] + packet(6, [UInt8](repeating: 7, count: signature))
    return Array("pypi-".utf8) + Base64.encode(bytes, isURL: true)
  }

  private func read(_ token: [UInt8]) -> ExpiryFacts? {
    ExpiryReader.read(Secret(token), source: .pypiMacaroon)
  }

  @Test func beginsAsThePatternSays() {
    #expect(token([]).starts(with: "pypi-AgEIcHlwaS5vcmc".utf8))
    #expect(token([], location: "test.pypi.org").starts(with: "pypi-AgENdGVzdC5weXBpLm9yZ".utf8))
  }

  @Test func readsTheExpiryCaveat() throws {
    let facts = try #require(read(token(["[1,[\"widgets\"]]", "[0,1700003600,1700000000]"])))
    #expect(facts.expires == Timestamp(seconds: 1_700_003_600))
    #expect(facts.notBefore == Timestamp(seconds: 1_700_000_000))
    #expect(!facts.hasNoExpiry)
    #expect(facts.facts == [.init("index", "pypi.org"), .init("scope", "certain projects")])
  }

  @Test func readsTheOlderForm() throws {
    let facts = try #require(read(token([#"{"nbf":1700000000,"exp":1700003600}"#])))
    #expect(facts.expires == Timestamp(seconds: 1_700_003_600))
  }

  @Test func takesTheEarliestEnd() throws {
    let facts = try #require(read(token(["[0,1700003600,0]", "[0,1700000000,0]"])))
    #expect(facts.expires == Timestamp(seconds: 1_700_000_000))
  }

  @Test(arguments: [[], ["[3,\"id\"]"], ["[2,[\"id\"]]"], [#"{"version":1,"permissions":"user"}"#]])
  func tellsTokensWithoutExpiry(_ caveats: [String]) throws {
    #expect(try #require(read(token(caveats))).hasNoExpiry)
  }

  /// A caveat of a form to come may be an expiry.
  @Test(arguments: ["[9,1]", "x", "[]", "[0]", "[0,\"soon\"]"])
  func takesNothingForGranted(_ caveat: String) throws {
    let facts = try #require(read(token([caveat])))
    #expect(facts.expires == nil)
    #expect(!facts.hasNoExpiry)
  }

  @Test func refusesCutTokens() {
    let whole = token(["[0,1700003600,0]"])
    for length in 0..<(whole.count - 2) {
      #expect(read(Array(whole.prefix(length))) == nil)
    }
    #expect(read(token([], signature: 16)) == nil)
  }
}

@Suite struct JFrogReferenceExpiryTests {
  private func read(_ text: String) -> ExpiryFacts? {
    ExpiryReader.read(Secret(Base64.encode(Array(text.utf8))), source: .jfrogReference)
  }

  @Test func readsTheExpiry() throws {
    let facts = try #require(read("reftkn:01:1700003600:abcdef"))
    #expect(facts.expires == Timestamp(seconds: 1_700_003_600))
    #expect(!facts.hasNoExpiry)
  }

  @Test func knowsThatZeroMeansNone() throws {
    let facts = try #require(read("reftkn:01:0000000000:abcdef"))
    #expect(facts.expires == nil)
    #expect(facts.hasNoExpiry)
  }

  @Test(arguments: ["", "reftkn", "reftkn:01", "reftok:01:1700003600:abc", ":::"])
  func survivesWhatIsNone(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test func takesNoNonsense() throws {
    let facts = try #require(read("reftkn:01:99999999999999999999:abc"))
    #expect(facts.expires == nil)
    #expect(!facts.hasNoExpiry)
  }
}
