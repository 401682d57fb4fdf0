import Findings
import Lifetimes
import Testing

@Suite struct ValueFactsTests {
  private func facts(_ parts: String...) -> [Evidence.Fact] {
    ValueFacts.of(Secret(parts.joined().utf8))
  }

  // A published pair of key id and account.
  @Test func readsTheAccountOfAWSKeys() {
    #expect(facts("ASIA", "QNZGKIQY56JQ7WML") == [.init("account", "029608264753")])
    #expect(facts("AKIA", "QNZGKIQY56JQ7WML") == [.init("account", "029608264753")])
  }

  /// Ids made before 2019 hold none; what is no base 32 is no id.
  @Test(arguments: ["IOSFODNN7EXAMPL2", "QNZGKIQY56JQ7WM1", "QNZGKIQY56JQ7WM", "QNZGKIQY56JQ7WMLA"])
  func readsNoAccountOfOthers(_ rest: String) {
    #expect(facts("AKIA", rest) == [])
    #expect(facts("AROA", "QNZGKIQY56JQ7WML") == [])
  }

  // 16 bytes, then g:2s o:1 p:9ix u:a in base 36.
  @Test(arguments: ["glpat-", "glrt-t1_", "glcbt-"])
  func readsTheIdsOfGitLabTokens(_ prefix: String) {
    #expect(
      facts(prefix, "AAECAwQFBgcICQoLDA0OD2c6MnMKbzoxCnA6OWl4CnU6YRA", ".01.", "1b0s1h0mr")
        == [
          .init("group", "100"), .init("organization", "1"), .init("project", "12345"),
          .init("user", "10"),
        ])
  }

  @Test(arguments: [
    "gl", "gl-", "gl-.01", "glpat-.01.", "glpat-AAAA.01.x", "glpat-/w.01", "glpat-!.01.",
  ])
  func survivesBrokenTokens(_ token: String) {
    #expect(facts(token) == [])
  }

  @Test func readsTheTeamOfSlack() {
    #expect(facts("xoxb-", "123456789012-", "abc") == [.init("team", "123456789012")])
    #expect(facts("xoxe.xoxp-1-", "Mi0yLTEyMzQ1") == [])
    #expect(facts("services/", "T012ABCDE/", "B1/x") == [.init("team", "T012ABCDE")])
    #expect(facts("xoxb-", "short-x") == [])
    #expect(facts("services/") == [])
  }

  @Test func readsTheAppOfGitHub() {
    #expect(facts("ghs_", "1234567", "_eyJx") == [.init("app", "1234567")])
    #expect(facts("ghs_", "1234567", "x") == [])
    #expect(facts("ghs_") == [])
  }

  // Base64 by Python.
  @Test func readsWhatTokensOfJSONSay() {
    // {"o":"123456","n":"ci","k":"abc"}
    #expect(
      facts("glc_", "eyJvIjoiMTIzNDU2IiwibiI6ImNpIiwiayI6ImFiYyJ9")
        == [.init("organization", "123456"), .init("token name", "ci")])
    // {"k":"abc","n":"ci","id":1}
    #expect(
      facts("eyJrIjoiYWJjIiwibiI6ImNpIiwiaWQiOjF9") == [
        .init("organization", "1"), .init("token name", "ci"),
      ])
    // {"signInAddress":"acme.1password.com","muk":{"k":"x"}}
    #expect(
      facts("ops_", "eyJzaWduSW5BZGRyZXNzIjoiYWNtZS4xcGFzc3dvcmQuY29tIiwibXVrIjp7ImsiOiJ4In19") == [
        .init("account", "acme.1password.com")
      ])
    // {"iat":1767225600.5,"url":"https://sentry.io","org":"acme"}
    #expect(
      facts(
        "sntrys_",
        "eyJpYXQiOjE3NjcyMjU2MDAuNSwidXJsIjoiaHR0cHM6Ly9zZW50cnkuaW8iLCJvcmciOiJhY21lIn0=", "_abc")
        == [.init("organization", "acme"), .init("host", "https://sentry.io")])
    #expect(facts("glc_eyJ") == [])
    // {"o":"line\nbreak"}
    #expect(facts("glc_", "eyJvIjoibGluZVxuYnJlYWsifQ==") == [])
  }

  @Test func readsPublicPartsOfTokens() {
    let account = String(repeating: "a", count: 22)
    #expect(
      facts("pat.", account, ".0123456789abcdef01234567.", account) == [.init("account", account)])
    #expect(facts("dp.st.", "prd.", account) == [.init("config", "prd")])
    #expect(
      facts("MTIzNDU2Nzg5MDEyMzQ1Njc4", ".AAAAAA.", String(repeating: "x", count: 38))
        == [.init("bot", "123456789012345678")])
    #expect(facts("123456789:", String(repeating: "A", count: 35)) == [.init("bot", "123456789")])
    #expect(facts("pat.", "short") == [])
    #expect(facts("12:34") == [])
  }
}
