import Testing

@testable import Rules

@Suite struct StructureTests {
  /// The texts that BIP 173 calls valid and invalid.
  @Test func agreesWithBIP173() {
    for valid in [
      "A12UEL5L", "a12uel5l", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
      "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
    ] {
      #expect(Bech32.isRight(Array(valid.utf8)), "\(valid)")
    }
    for invalid in ["A1G7SGD8", "1qzzfhee", "x1b4n0q5v", "li1dgmt3", "A12uEL5L", "pzry9x0s0muk"] {
      #expect(!Bech32.isRight(Array(invalid.utf8)), "\(invalid)")
    }
  }

  /// Made with Python, so that no code of ours stands on both sides.
  static let good: [(Checksum, [String])] = [
    (
      .ageIdentity,
      ["AGE-SECRET-KEY-", "1", "Q8W4UR23CLXD5MZFSH79VN6PG0KAYTJEQ8W4UR23CLXD5MZFSH79", "HTAERT"]
    ),
    (.jfrogReference, ["cmVmdGtu", "OjAxOjE4OTM0NTYwMDA6YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh"]),
    (.jfrogAPIKey, ["AKCp", String(repeating: "z", count: 69)]),
    (.grafanaJSON, ["glc_", "eyJvIjoiMSIsIm4iOiJjaSIsImsiOiJhYmMifQ=="]),
    (.atlassianDataCenter, ["BBDC-", "MTIzNDU2Nzg5MDEyOgAAAAAAAAAAAAAAAAAAAAAAAAAA"]),
    (.discord, ["MTIzNDU2Nzg5MDEyMzQ1Njc4", ".AAAAAA", "." + String(repeating: "0", count: 38)]),
  ]

  @Test(arguments: good)
  func knowsTheRightOne(_ checksum: Checksum, _ parts: [String]) {
    #expect(checksum.verify(parts.joined().utf8) == .good)
  }

  @Test(arguments: [
    (Checksum.ageIdentity, ["AGE-SECRET-KEY-", "1", String(repeating: "Q", count: 58)]),
    (.jfrogReference, ["cmVmdGtu", String(repeating: "A", count: 56)]),
    (.jfrogAPIKey, ["AKCp", String(repeating: "z", count: 60)]),
    (.grafanaJSON, ["glc_", String(repeating: "a", count: 80)]),
    (.atlassianDataCenter, ["BBDC-", String(repeating: "a", count: 44)]),
    (.discord, [String(repeating: "a", count: 24), ".AAAAAA", ".x"]),
  ])
  func knowsAWrongOne(_ checksum: Checksum, _ parts: [String]) {
    #expect(checksum.verify(parts.joined().utf8) == .bad)
  }

  @Test(arguments: good)
  func leavesOtherFormsAlone(_ checksum: Checksum, _ parts: [String]) {
    for other in ["", "x", "other"] { #expect(checksum.verify(other.utf8) == .notApplicable) }
  }

  @Test(arguments: [
    (Checksum.ageIdentity, "{age-identity}"), (.jfrogAPIKey, "{jfrog-key:73}"),
    (.jfrogReference, "{jfrog-reference:1893456000}"),
    (.grafanaJSON, "glc_{json-base64:n=ci,k=0a1b}"),
    (.atlassianDataCenter, "{data-center}"), (.discord, "{discord}"),
    (.atlassian, "{bitbucket-app:36}"), (.atlassian, "{bitbucket-access:190}"),
  ])
  func makesWhatItChecks(_ checksum: Checksum, _ template: String) throws {
    for seed in 0..<20 as Range<UInt64> {
      #expect(checksum.verify(try Template(template).render(seed: seed).bytes) == .good)
    }
    #expect(
      try Checksum.ageIdentity.verify(Template("{age-identity:wrong}").render(seed: 1).bytes)
        == .bad)
  }
}
