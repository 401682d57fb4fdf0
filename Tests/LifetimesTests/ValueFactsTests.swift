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
}
