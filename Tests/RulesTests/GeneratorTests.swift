import Findings
import Testing

@testable import Rules

@Suite struct GeneratorTests {
  private func text(_ template: String, seed: UInt64) throws -> String {
    String(decoding: try Template(template).render(seed: seed).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("{base62:50}", "0-9A-Za-z", 50), ("{hex:40}", "0-9a-f", 40), ("{HEX:40}", "0-9A-F", 40),
    ("{digits:12}", "0-9", 12), ("{base32:16}", "A-Z2-7", 16), ("{base64:86}", "A-Za-z0-9+/", 86),
    ("{base64url:20}", "A-Za-z0-9_-", 20), ("{alnum-lower:25}", "0-9a-z", 25),
    ("{alnum-upper:9}", "0-9A-Z", 9), ("{letters:34}", "A-Za-z", 34), ("{repeat:x:36}", "x", 36),
    ("{repeat:ab:3}", "ab", 6), ("{password:16}", "A-Za-z0-9._+!-", 16),
    ("{uuid}", "0-9a-f-", 36), ("{github:36}", "0-9A-Za-z", 36),
    ("{jfrog-reference:0}", "A-Za-z0-9+/=", 64), ("{basic:ci}", "A-Za-z0-9+/=", 32),
  ])
  func hasAlphabetAndLength(_ template: String, _ alphabet: String, _ length: Int) throws {
    let expected = try Regex("[\(alphabet)]{\(length)}")
    for seed in 0..<20 as Range<UInt64> {
      #expect(try text(template, seed: seed).wholeMatch(of: expected) != nil)
    }
  }

  @Test(arguments: [
    (Checksum.github, "ghp_{github:36", "}"), (.confluent, "cflt{confluent:60", "}"),
    (.zuplo, "zpka_{zuplo:41", "}"), (.cloudflare, "cfut_{cloudflare:48", "}"),
    (.grafana, "{grafana:46", "}"), (.atlassian, "{atlassian:60", "}"),
    (.gitlabRoutable, "{gitlab-routable:glpat-", "}"),
    (.gitlabRoutable, "{gitlab-routable:glrt-t1_", "}"),
  ])
  func makesRightAndWrongChecksums(_ checksum: Checksum, _ start: String, _ end: String) throws {
    for seed in 0..<20 as Range<UInt64> {
      #expect(checksum.verify(try text(start + end, seed: seed).utf8) == .good)
      #expect(checksum.verify(try text(start + ":wrong" + end, seed: seed).utf8) == .bad)
    }
  }

  @Test func makesJSONWebTokens() throws {
    let token = try text("{jwt:alg=HS256,iss=https://example.com,exp=1700000000}", seed: 3)
    #expect(Checksum.jwt.verify(token.utf8) == .good)
    let parts = token.split(separator: ".")
    #expect(Base64.decode(parts[0].utf8) == Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
    let payload = String(decoding: try #require(Base64.decode(parts[1].utf8)), as: UTF8.self)
    #expect(payload.hasPrefix(#"{"iss":"https://example.com","exp":1700000000,"jti":""#))
  }

  @Test func makesTokensOfPyPI() throws {
    #expect(try text("{pypi-macaroon:project=x}", seed: 1).hasPrefix("AgEIcHlwaS5vcmc"))
    #expect(
      try text("{pypi-macaroon:index=test.pypi.org}", seed: 1).hasPrefix("AgENdGVzdC5weXBpLm9yZ"))
  }

  @Test func makesPEM() throws {
    let plain = try text("{pem:RSA PRIVATE KEY}", seed: 1)
    #expect(plain.split(separator: "\n").count == 7)
    #expect(plain.hasPrefix("-----BEGIN RSA PRIVATE" + " KEY-----\n"))
    #expect(try !text("{pem:PRIVATE KEY:escaped}", seed: 1).contains("\n"))
    #expect(try text("{pem:PRIVATE KEY:indented}", seed: 1).contains("\n      -----END"))
  }

  @Test func hasNamesOnce() {
    #expect(Set(Generators.all.map(\.name)).count == Generators.all.count)
  }
}
