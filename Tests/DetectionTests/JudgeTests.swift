import Findings
import Rules
import Testing

@testable import Detection

/// The judge through the whole engine: what a line becomes.
@Suite struct JudgeTests {
  /// The first strike of a text that gives no finding.
  static func strike(_ text: String, path: String = "notes.txt") -> Strike? {
    let detected = Fixture.detect(Array(text.utf8), path: path)
    return detected.confirmed.isEmpty ? detected.struck.first?.strike : nil
  }

  @Test(arguments: [
    "password: «kumquat-17»", "password: «Hook2019!»", "DB_PASSWORD=«S3cr3t-of-mine»",
    "password = \"«whiteduke»\"", "PASSWORD=«whiteduke»", "POSTGRES_PASSWORD: «super$ecret»",
    "passphrase: \"«correct horse battery staple»\"", "password: «83749201»",
    "${DB_PASSWORD:-«kumquat-17»}", "password: «P@ssw0rd.99»", "jwt_secret: \"«dev#product»\"",
    "ROOT_PW: «tr0ub4dor»",
    "machine git.example.com login ci password «kumquat-17»",
    "machine git.example.com\n  login ci\n  password «kumquat-17»\n",
    "if password == \"«123P4ss@@»\":", "password: \"«ünïcode-9»\"",
    "Logging in as ci with password «Kumquat-17!x»",
    "The password is `«kumquat-17»`.", "The default password is **«kumquat-17»**.",
    "ENV[\"DB_PASSWORD\"] ||= \"«kumquat-17»\"", "$password ??= '«kumquat-17»';",
    "{\"db_password\": {\"sensitive\": true, \"type\": \"string\", \"value\": \"«kumquat-17»\"}}",
    "\"adminPassword\": {\n  \"value\": \"«kumquat-17»\"\n}",
    "userPassword:: «a3VtcXVhdC0xNw==»",
    "poll x proto imap user \"ci\" password \"«Kumquat-17»\"",
  ])
  func madeUpPasswordsAreFound(text: String) {
    let marked = MarkedText(text)
    #expect(Fixture.detect(marked.bytes).confirmed.map(\.range) == marked.ranges, "\(text)")
  }

  /// A literal in parts is one secret, from its first byte to its last.
  @Test func partsOfALiteralAreJudgedTogether() throws {
    let text = "password = \"Kw8#vQ\" + \"z!2pLm9\"\npassword = \"user\" \"name\"\n"
    let found = Fixture.detect(Array(text.utf8), path: "a.py").confirmed
    #expect(found.map { $0.secret.reveal { $0.count } } == [18])
    #expect(found.map(\.range) == [12..<30])
  }

  /// What is struck out under one name may be a secret under another.
  @Test func theNameOfABlockDoesNotHideAPassword() {
    let text =
      "{\"auth\":{\"type\":\"basic\",\"basic\":[{\"key\":\"password\",\"value\":\"«kumquat-17»\"}]}}"
    let marked = MarkedText(text)
    #expect(Fixture.detect(marked.bytes, path: "a.json").confirmed.map(\.range) == marked.ranges)
  }

  /// Texts of a user interface hold no passwords, but what is made up.
  @Test func madeUpValuesAmongTexts() {
    let path = "res/values/strings.xml"
    #expect(Self.strike("<string name=\"db_password\">kumq0917</string>", path: path) == nil)
    #expect(Self.strike("<string name=\"password\">Kennwort</string>", path: path) == .notASecret)
    #expect(Self.strike("<string name=\"password\">Passwort 12</string>", path: path) != nil)
  }

  @Test func namesOfPodsAndFields() {
    #expect(Self.strike("password: loki-querier-664f97db8d-qhnwg") == .notASecret)
    #expect(Self.strike("PASS=registry-credentials:password", path: "a.env") == .notASecret)
    #expect(Self.strike("password: loki-querier-664f97db8a-qhnwg") == nil)
  }

  @Test func aSaltIsNobodysKey() {
    let found = Fixture.detect(Array("password_salt = \"\(Fixture.random(20, seed: 3))\"".utf8))
    #expect(found.confirmed.map(\.rule.id) == ["generic-secret"])
  }

  /// The token that pages about JWT show.
  @Test func theSampleOfTheDocumentation() {
    let claims = "{\"sub\":\"1234567890\",\"name\":\"John Doe\",\"iat\":1516239022}"
    let parts = ["{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims].map {
      String(decoding: Base64.encode(Array($0.utf8), isURL: true), as: UTF8.self)
    }
    let token = "\(parts[0]).\(parts[1]).\(Fixture.random(43, seed: 5))"
    let found = Fixture.detect(Array("token = \"\(token)\"".utf8)).confirmed
    #expect(found.map(\.severity) == [.note])
    #expect(found.map(\.confidence) == [.low])
  }

  /// `key` alone is a secret's where its block says what it opens, and the value is generated.
  @Test func aBlockSaysWhatAKeyIsFor() {
    let key = Fixture.random(40, seed: 3)
    for text in [
      "api:\n  key: \(key)\n", "webhook:\n  key: \(key)\n",
      "{\n  \"Jwt\": {\n    \"Key\": \"\(key)\"\n",
    ] {
      let found = Fixture.detect(Array(text.utf8), path: "a.yml").confirmed
      #expect(found.map(\.rule.id) == ["generic-api-key"], "\(text)")
    }
    for block in [
      "\"Jwt\": {\"Issuer\": \"x\", ", "\"JWTSettings\": { \"a\": {}, ", "\"Encryption\": {",
    ] {
      let found = Fixture.detect(Array("{\(block)\"Key\": \"\(key)\"}}".utf8), path: "a.json")
      #expect(found.confirmed.map(\.rule.id) == ["generic-api-key"], "\(block)")
    }
    for text in ["cache:\n  key: \(key)\n", "api:\n  url: x\nkey: \(key)\n", "api:\n  key: name\n"]
    {
      #expect(Fixture.detect(Array(text.utf8), path: "a.yml").confirmed.isEmpty, "\(text)")
    }
  }

  /// In a program, words without blanks are an identifier; in settings, enough of them are a phrase.
  @Test func aPhraseWithoutBlanksIsOneInSettings() {
    let phrase = "CorrectHorseBatteryStaple"
    for path in ["application.properties", "a.yml", ".env"] {
      #expect(Self.strike("password=\(phrase)", path: path) == nil, "\(path)")
      #expect(Self.strike("password=newHeaderView", path: path) == .notASecret, "\(path)")
      #expect(Self.strike("password=MyOtherPasswordProvider", path: path) == .notASecret)
    }
    #expect(Self.strike("password = \(phrase)", path: "A.java") != nil)
    #expect(Self.strike("token=\(phrase)", path: "a.env") == .notASecret)
  }

  /// What generators of passwords make holds marks of code, of paths and of templates by chance.
  @Test(arguments: [
    ("!@#$%^&*", 0.99), ("!#$%&()*+,-./:;<=>?@[]^_{|}~", 0.97), ("", 0.99),
  ])
  func generatedPasswordsAreFound(symbols: String, share: Double) {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    for length in [12, 16, 24] {
      var text = ""
      for seed in 1...2_000 as ClosedRange<UInt64> {
        let value = Fixture.random(length, seed: seed &* 7_919, of: letters + symbols)
        text += "password: \"\(value)\"\n"
      }
      let found = Fixture.detect(Array(text.utf8), path: "a.yml").confirmed.count
      #expect(Double(found) >= share * 2_000, "\(length): \(found)")
    }
  }

  /// What templates put together is none.
  @Test(arguments: [
    "S3-Bucket-{0}", "abc-${X}-Def9", "{user}:{pass}", "pre-#{ENV[", "${A}${B}9", "v1.Token-{x}",
    "db-{{ name }}", "Kx7-$(cat file", "user-$DB_PASSWORD", "/a/$HOME/b9", "A1-%DB_PASS%",
  ])
  func whatIsPutTogetherIsNone(value: String) {
    #expect(Self.strike("password: \"\(value)\"", path: "a.yml") == .reference, "\(value)")
  }

  /// Neither a word within a word nor the first letters of a value decide.
  @Test(arguments: [
    "password: \"«!Secret2024»\"", "password: \"«!Refresh77»\"", "password: \"«!Submarine-9»\"",
    "DB_PASSWORD=«doppler2019-x»", "password: \"«<k9#Lq2!zR»\"",
  ])
  func beginningsDoNotDecide(text: String) {
    let marked = MarkedText(text)
    #expect(
      Fixture.detect(marked.bytes, path: "a.yml").confirmed.map(\.range) == marked.ranges, "\(text)"
    )
  }

  @Test func aRepublicIsNotPublic() {
    let token = Fixture.random(32, seed: 7)
    #expect(Self.strike("REPUBLIC_API_KEY=\(token)") == nil)
    #expect(Self.strike("publication_api_key=\(token)") == nil)
    #expect(Self.strike("PUBLIC_API_KEY=\(token)") == .publicByDesign)
    #expect(Self.strike("publicApiKey: \(token)") == .publicByDesign)
  }

  /// Registries give tokens of thousands of bytes for passwords.
  @Test func aLongGeneratedPasswordIsOne() {
    #expect(Self.strike("DOCKER_PASSWORD=\(Fixture.random(2_000))") == nil)
    let words = String(repeating: "some words ", count: 40)
    #expect(Self.strike("password: \"\(words)\"") == .notASecret)
  }

  @Test func anEnvironmentIsNoLanguage() {
    for name in ["application_qa.properties", "config_db.properties", "app_ci.properties"] {
      #expect(Self.strike("db.password=kumquat-17", path: name) == nil, "\(name)")
    }
    #expect(Self.strike("password=Kennwort-eins", path: "login_de.properties") == .notASecret)
  }

  @Test func whatIsWithoutQuotesInCodeIsCode() {
    let text = "struct UserPass: ~Copyable {"
    #expect(Self.strike(text, path: "a.swift") == .reference)
    #expect(Self.strike("password: ~Kumquat", path: "a.yml") == nil)
  }

  @Test(arguments: [
    ("password: ***", Strike.mask), ("token: [MASKED]", .mask),
    ("password: (sensitive value)", .mask),
    ("TOKEN=AKIA***", .mask), ("password: ••••••", .mask),
    ("password: ${{ secrets.DB_PASSWORD }}", .reference), ("password: $DB_PASSWORD", .reference),
    ("password: \"${DB_PASSWORD}\"", .reference), ("password=%PASSWORD%", .reference),
    ("password: ((db.password))", .reference), ("password: {{ db_password }}", .reference),
    ("password: !Ref DbPassword", .reference), ("password: vault:secret/data/x#y", .reference),
    ("password: op://vault/item/field", .reference), ("token = os.environ['TOKEN']", .reference),
    ("token = getenv(\"TOKEN\")", .reference), ("password = config.db.password", .reference),
    ("password = user_password", .reference), ("connect(user, password=pwd)", .reference),
    ("password: ref+awsssm://x", .reference), ("secret: /run/secrets/x", .reference),
    ("DATABASE_URL=postgres://app:$PASSWORD@db/x", .reference),
    ("password: ENC[AES256_GCM,data:abc=,type:str]", .encrypted),
    ("password: ENC(abc123+/=)", .encrypted), ("password: '{cipher}aabbccdd'", .encrypted),
    ("password: \"{AQAAABAAAAAQabc=}\"", .encrypted), ("token: gAAAAABk-1x", .encrypted),
    ("password: changeme", .placeholder), ("password: your-password-here", .placeholder),
    ("password: <password>", .placeholder), ("password: xxxxyyyy-example", .placeholder),
    ("password: string", .placeholder), ("password: true", .placeholder),
    ("password: null", .placeholder), ("password: required", .placeholder),
    ("api_key: 0000000000000000000000000000000g", .placeholder),
    ("password: \"&lt;PASSWORD&gt;\"", .placeholder),
    ("hubAccessKey = \"[Key goes here]\"", .placeholder),
    ("postgres://user:password@db/x", .placeholder),
    ("postgres://user:pass:word@db/x", .placeholder),
    ("password: 123", .notASecret), ("password: /etc/pw", .notASecret),
    ("man/{readpassphrase.3 => readpassphrase.3bsd}", .notASecret),
    ("token: https://acme.test/token", .notASecret), ("secret: my-app-config-v1", .notASecret),
    ("api_key: short-kumquat", .notASecret), ("password: eight letters at least", .notASecret),
    ("password: \"Use eight letters, at least\"", .notASecret),
    ("--password PASSPORT_OF_MINE", .notASecret),
    ("api_key: pk_live_a1b2c3d4e5f6a7b8c9d0", .publicByDesign),
    ("STRIPE_PUBLISHABLE_API_KEY=a1b2c3d4e5f6a7b8c9d0e1f2", .publicByDesign),
  ])
  func strikesHaveNames(text: String, strike: Strike) {
    #expect(Self.strike(text) == strike, "\(text)")
  }

  @Test func codeAndConfigurationDiffer() {
    #expect(Self.strike("password = hunter2", path: "a.py") == .reference)
    #expect(Self.strike("password = hunter2", path: "a.ini") == nil)
    #expect(Self.strike("password: whiteduke", path: "a.yml") == nil)
    #expect(Self.strike("api_key: \(Fixture.hex(32))", path: "yarn.lock") == .notASecret)
  }

  @Test func checksumsDecide() throws {
    let token = try Fixture.githubToken()
    let good = Fixture.detect(Array("x \(token) y".utf8)).confirmed
    #expect(good.map(\.rule.id) == ["github-token"])
    #expect(good.first?.confidence == .high)
    let last: Character = token.last == "0" ? "1" : "0"
    let bad = Fixture.detect(Array("x \(token.dropLast())\(last) y".utf8))
    #expect(bad.confirmed.isEmpty)
    #expect(bad.struck.map(\.strike) == [.checksum])
  }

  @Test func aProvidersShapeKeepsWordsButNotRuns() {
    let runs = Fixture.detect(Array(("acme " + String(repeating: "0a", count: 16)).utf8))
    #expect(runs.struck.map(\.strike) == [.placeholder])
    let flat = Fixture.detect(Array("acme 00112233001122330011223300112211".utf8))
    #expect(flat.struck.map(\.strike) == [.entropy])
  }

  @Test func reasonsHoldNoSecret() {
    let value = Fixture.random(30)
    let detected = Fixture.detect(
      Array("API_KEY=\(value)\nTOKEN=\(value)\npassword: \(value)".utf8))
    #expect(detected.confirmed.count == 3)
    for candidate in detected.confirmed {
      #expect(!"\(candidate)".contains(value))
      #expect(!candidate.evidence.reasons.isEmpty)
    }
  }

  @Test func checksHaveDifferentNames() {
    #expect(Set(Judge.checks.map(\.name)).count == Judge.checks.count)
  }
}
