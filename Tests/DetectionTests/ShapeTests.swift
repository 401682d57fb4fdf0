import Testing

@testable import Detection

@Suite struct ShapeTests {
  @Test func generatedValuesLookGenerated() {
    var missed = 0
    var all = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      for count in [20, 32, 40] {
        let values = [
          Fixture.random(count, seed: seed), Fixture.hex(count, seed: seed),
          Fixture.random(count, seed: seed, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
          "pre-" + Fixture.random(count, seed: seed),
        ]
        all += values.count
        missed += values.count { !TokenShape.looksGenerated(Array($0.utf8), minimum: 16) }
      }
    }
    #expect(missed * 200 < all, "\(missed) of \(all)")
  }

  @Test func someValuesLookGeneratedByTheirGroups() {
    let uuid =
      "\(Fixture.hex(8))-\(Fixture.hex(4))-\(Fixture.hex(4))-\(Fixture.hex(4))-\(Fixture.hex(12))"
    #expect(TokenShape.looksGenerated(Array(uuid.utf8), minimum: 16))
    #expect(TokenShape.looksGenerated(Array("ABCDE12-34FGH56-IJK78LM-NOPQ90R".utf8), minimum: 20))
  }

  @Test(arguments: [
    "my-service-account-token", "myServiceAccountTokenName", "deploy_to_production_server",
    "ubuntu-22.04-node-18", "https://example.com/a1b2c3d4e5f6a7b8", "20240115123045678901",
    "organization/repository-name", "com.example.service.Token", "aaaaaaaaaaaaaaaaaaaa1",
    "short1a", "two words 1a2b3c4d5e6f7a8b", "v1.2.3-beta.4+build.567",
  ])
  func namesDoNotLookGenerated(value: String) {
    #expect(!TokenShape.looksGenerated(Array(value.utf8), minimum: 16), "\(value)")
  }

  @Test(arguments: [
    ("/usr/share/doc", "a path or a file's name"), ("./key.pem", "a path or a file's name"),
    ("server.key", "a path or a file's name"), ("C:\\secrets", "a path or a file's name"),
    ("https://example.com", "a URL"), ("1.2.3", "a number, a version or a date"),
    ("2024-01-15T10:00:00Z", "a number, a version or a date"),
    ("30s", "a number, a version or a date"), ("sha256:abcdef", "a digest"),
    ("sha512-abcdef", "a digest"), ("#aabbcc", "a colour"), ("application/json", "a media type"),
    ("^[a-z]+$", "a pattern or a format"), ("%s", "a pattern or a format"),
    ("arn:aws:iam::aws:policy/X", "the name of a resource"),
  ])
  func plainShapesHaveNames(value: String, name: String) {
    #expect(PlainShape.name(Array(value.utf8)) == name, "\(value)")
  }

  @Test(arguments: [
    "kumquat-17", "Hook2019!", "a%sB9", "12345678", "correct horse", "x/Y7+q9Zk2/4",
  ])
  func passwordsHaveNoPlainShape(value: String) {
    #expect(PlainShape.name(Array(value.utf8)) == nil, "\(value)")
  }

  @Test(arguments: [
    "xxxxxxxx", "aaaaaaaaaaaaaaaaaaaaaend", "1234567890", "abcdefghijklmnop", "12345678",
    "87654321", "abcabcabcabc", "0000-0000-0000-0001", "0101010101",
    "0123456789abcdef0123456789abcdef",
  ])
  func regularValuesAreRecognised(value: String) {
    #expect(Regularity.reason(Array(value.utf8), isStrict: false) != nil, "\(value)")
  }

  @Test func randomValuesAreNotRegular() {
    for seed in 1...2_000 as ClosedRange<UInt64> {
      #expect(Regularity.reason(Array(Fixture.random(20, seed: seed).utf8), isStrict: false) == nil)
      #expect(Regularity.reason(Array(Fixture.hex(40, seed: seed).utf8), isStrict: false) == nil)
    }
  }

  /// A stretch of the alphabet in a value that is made up otherwise makes it no placeholder.
  @Test func aPartMayBeRegular() {
    let value = "\(Fixture.random(30, seed: 4))abcdefghijklm"
    #expect(Regularity.reason(Array(value.utf8), isStrict: false) == nil)
    #expect(Regularity.reason(Array(value.suffix(20).utf8), isStrict: false) != nil)
  }

  @Test(arguments: [
    "your-password-here", "SG.SECRET-API-KEY", "mysupersecretkey", "TEST_TOKEN", "password123",
    "changeme", "string",
    "true", "null", "required", "postgres", "my-secret", "<password>", "foobar", "secret1",
    "Password", "db_password",
  ])
  func placeholderWordsMakeUp(value: String) {
    #expect(PlaceholderWords.makeUp(Array(value.utf8)), "\(value)")
  }

  @Test(arguments: [
    "kumquat-17", "Hook2019!", "S3cr3t-9x", "SG.9x-S3cr3t-Key", "whiteduke", "testkumquat",
    "admin2019",
  ])
  func passwordsAreNotMadeOfThem(value: String) {
    #expect(!PlaceholderWords.makeUp(Array(value.utf8)), "\(value)")
  }
}
