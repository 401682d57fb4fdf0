import Testing

@testable import Rules

@Suite struct ChecksumTests {
  // Made with Python's zlib, so that no code of ours stands on both sides.
  static let good: [(Checksum, [String])] = [
    (.github, ["ghp_", zeros(30), "2C8GjS"]), (.github, ["gho_", zeros(30), "2C8GjS"]),
    (.github, ["ghs_", zeros(30), "2C8GjS"]), (.github, ["ghu_", zeros(30), "2C8GjS"]),
    (.github, ["ghr_", zeros(30), "2C8GjS"]), (.github, ["npm_", zeros(30), "2C8GjS"]),
    (.confluent, ["cflt", String(repeating: "A", count: 54), "FZQbVQ"]),
    (.zuplo, ["zpka_", String(repeating: "a", count: 32), "_cab11777"]),
    (.grafana, ["glsa_", String(repeating: "B", count: 32), "_7b82c67e"]),
    (.atlassian, ["ATATT3", String(repeating: "c", count: 40), "=B6F75F7F"]),
    (.cloudflare, ["cfut_", String(repeating: "d", count: 40), "dcebd2e5"]),
    (.gitlabRoutable, ["glpat-", routablePayload, ".01.1b", "0s1h0mr"]),
    (.gitlabRoutable, ["glrt-t1_", routablePayload, ".01.1b", "10elrt9"]),
    (.awsKeyID, ["AKIA", "QNZGKIQY56JQ7WML"]),
    (.jwt, ["eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxIn0", ".c2lnbmF0dXJl"]),
  ]

  static let routablePayload = "AAECAwQFBgcICQoLDA0OD2c6MnMKbzoxCnA6OWl4CnU6YRA"

  static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  @Test(arguments: good)
  func knowsTheRightOne(_ checksum: Checksum, _ parts: [String]) {
    #expect(checksum.verify(parts.joined().utf8) == .good)
  }

  @Test(arguments: good)
  func knowsAWrongOne(_ checksum: Checksum, _ parts: [String]) {
    var wrong = Array(parts.joined().utf8)
    // A character of the body, so that the tail stays well formed; in the base 32 of AWS a digit
    // that it lacks.
    wrong[checksum == .jwt ? 3 : 10] = UInt8(ascii: "1")
    #expect(checksum.verify(wrong) == .bad)
  }

  @Test(arguments: good)
  func leavesOtherFormsAlone(_ checksum: Checksum, _ parts: [String]) {
    for other in ["", "x", parts[0], "other_" + Self.zeros(36), parts.joined() + ".x.y"] {
      #expect(checksum.verify(other.utf8) != .good)
    }
    #expect(checksum.verify([]) == .notApplicable)
  }

  /// GitHub's stateless tokens and the longer refresh tokens have no such checksum: a bad one would
  /// cost a finding.
  @Test(arguments: [
    "ghs_12345_eyJhbGciOiJ9.eyJ9.c2ln", "ghr_" + zeros(76), "github_pat_" + zeros(36),
  ])
  func knowsNoChecksumOfOtherTokens(_ token: String) {
    #expect(Checksum.github.verify(token.utf8) == .notApplicable)
  }

  @Test func strikesOutOnlyWhereTheAlgorithmIsProved() {
    let certain = Checksum.allCases.filter(\.isCertain)
    #expect(certain == [.github, .confluent, .zuplo, .grafana, .awsKeyID, .jwt, .ageIdentity])
  }

  @Test func acceptsHexadecimalDigitsInEitherCase() {
    let token = "zpka_" + String(repeating: "a", count: 32) + "_CAB11777"
    #expect(Checksum.zuplo.verify(token.utf8) == .good)
  }
}
