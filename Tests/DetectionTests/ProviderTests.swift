import Findings
import Rules
import Testing

@testable import Detection

/// Values that a provider's word stands beside.
@Suite struct ProviderTests {
  static let rules =
    Fixture.rules + [
      rule("clarifai-key", names: ["clarifai"], shapes: ["{hex:32}"]),
      rule("helpscout-key", names: ["help scout"], shapes: ["{base62:40}"]),
      rule("box-key", common: ["box"], shapes: ["{base62:32}"]),
      rule("github-name", provider: "GitHub", common: ["github"], shapes: ["{hex:40}"]),
      rule("truenas-key", names: ["truenas"], short: ["tn"], shapes: ["{hex:32}"]),
    ]

  static func rule(
    _ id: String, provider: String = "Some", names: [String] = [], common: [String] = [],
    short: [String] = [],
    shapes: [String]
  ) -> Rule {
    let base = Fixture.rule(id, .named, provider: provider)
    return Rule(
      descriptor: base.descriptor, provider: base.provider, detector: .named, keywords: [],
      naming: Rule.Naming(
        names: names, commonNames: common, abbreviations: short, shapes: shapes), pattern: nil,
      window: base.window, entropy: 0, checksum: nil, expiry: nil, publicPrefix: 0,
      specificity: 80, examples: [], counterexamples: [])
  }

  /// The rules that found the marked values; `-` for one that none found.
  static func found(_ text: String, path: String = "notes.txt") -> [String] {
    let marked = MarkedText(text)
    let found = Fixture.detect(marked.bytes, path: path, rules: rules).confirmed
    return marked.ranges.map { range in found.first { $0.range == range }?.rule.id ?? "-" }
  }

  static let hex = Fixture.hex(32, seed: 3)
  static let uuid = [8, 4, 4, 4, 12].map { Fixture.hex($0, seed: UInt64($0)) }.joined(
    separator: "-")
  static let base62 = Fixture.random(32, seed: 5)

  /// What names things as often is a key behind a word that leaves no doubt.
  @Test func aDigestBehindASecretsWord() {
    #expect(Self.found("clarifai   PRIVATE    KEY  :  «\(Fixture.hex(64))»") == ["clarifai-key"])
    #expect(Self.found("clarifai_key => '«\(Self.uuid)»'") == ["clarifai-key"])
  }

  /// Any generated value behind the provider's word and a secret's word, whatever its shape.
  @Test(arguments: [
    "clarifai KEY «%»", "clarifai   PRIVATE    KEY  :  «%»", "clarifai-PRIVATE-«%»",
    "clarifaiSECRET-«%»", "clarifai = \"«%»\"", "clarifai: «%»", "clarifai(\"«%»\")",
    "my clarifai api key is: %, clarifai token \"«%»\"",
  ])
  func anyShapeBehindASecretsWord(text: String) {
    let value = Fixture.random(47, seed: 9)
    let text = text.replacing("%", with: value)
    #expect(Self.found(text) == ["clarifai-key"])
  }

  @Test(arguments: [
    "clarifai_key_«%»", "clarifai key management «%»", "clarifai = \"«\(Fixture.hex(64))»\"",
    "clarifai api «\(Fixture.hex(64))»", "/clarifai: «%»", "clarifai: «%».js",
    "clarifai key «abcdefgh-ijklmnop-qrstuvwx»", "clarifai token «%»(args)",
  ])
  func whatOnlyStandsThereIsNone(text: String) {
    let text = text.replacing("%", with: Fixture.random(47, seed: 9))
    #expect(Self.found(text) == ["-"])
  }

  @Test func aPinnedCommitIsNoKey() {
    #expect(Self.found("- uses: clarifai/create-clarifai-token@«\(Self.hex)» # v3") == ["-"])
    #expect(Self.found("create-clarifai-token: «\(Self.hex)»") == ["clarifai-key"])
  }

  @Test(arguments: [
    "CLARIFAI_API_KEY=«%»", "clarifai_api = «%»", "clarifai-key: «%»", "clarifaiToken('«%»')",
    "CLARIFAITOKEN=«%»", "clarifai SECRET «%»", "my clarifai key is «%»", "clarifai=«%»",
    "API_KEY_CLARIFAI: \"«%»\"", "{\"clarifai\": {\"key\": \"«%»\"}}", "clarifai-PRIVATE-«%»",
    "curl -H 'Authorization: Key «%»' https://api.clarifai.com/v2/models",
    "curl https://api.clarifai.com/v2/models -H 'Authorization: Key «%»'",
    "https://api.clarifai.com/v2?api_key=«%»&x=1", "clarifai «x%»".replacing("x", with: ""),
    "env:\n  - name: CLARIFAI_KEY\n    value: «%»\n",
  ])
  func findsKeysBesideTheName(text: String) {
    let value = text.hasPrefix("clarifai «") ? Self.mixed : Self.hex
    let expected = text.hasPrefix("clarifai «") ? ["-"] : ["clarifai-key"]
    #expect(Self.found(text.replacing("%", with: value)) == expected, "\(text)")
  }

  static let mixed = Fixture.hex(32, seed: 9)

  /// The name is read in what was decoded, too.
  @Test func aNameInEncodedTextTellsWhoseTheValueIs() {
    let line = "HELPSCOUT_API_KEY=\(Fixture.random(32, seed: 8))"
    for text in [line, "data: \(ViewTests.base64(line))"] {
      let found = Fixture.detect(Array(text.utf8), path: "notes.txt", rules: Self.rules).confirmed
      #expect(found.map(\.rule.id) == ["helpscout-key"], "\(text)")
    }
  }

  /// AWS calls what makes a request known again a client token; keys of clients open something.
  @Test(arguments: [
    ("CLIENT_API_KEY", true), ("clientToken", false), ("ClientRequestToken", false),
  ])
  func aRequestsTokenIsNoKey(_ name: String, _ isSecret: Bool) {
    let uuid = [8, 4, 4, 4, 12].map { Fixture.hex($0, seed: UInt64($0)) }.joined(separator: "-")
    let found = Fixture.detect(
      Array("\(name): \"\(uuid)\"\n".utf8), path: "app.yml", rules: Self.rules
    ).confirmed
    #expect(found.isEmpty != isSecret)
  }

  /// A value may begin with a word that would say something else if it stood before it.
  @Test func aValuesOwnLettersSayNothing() {
    let value = "sha7\(Fixture.random(36, seed: 6))"
    #expect(Self.found("help scout = «\(value)»") == ["helpscout-key"])
    #expect(Self.found("help scout sha = «\(value)»") == ["-"])
  }

  @Test(arguments: [
    "clarifai_commit = «%»", "clarifai image sha256:«%»", "github.com/clarifai/x «%»",
    "declarifai=«%»", "clarifaire = «%»", "clarifai_url: https://x.org/«%»", "clarifai_key_id=«%»",
    "# clarifai\nname: «%»", "clarifai_key: «%»0", "clarifai key moved, see revision «%»",
  ])
  func leavesOtherValuesAlone(text: String) {
    #expect(Self.found(text.replacing("%", with: Self.hex)) == ["-"], "\(text)")
  }

  @Test func wordsOfOtherMeaningNeedASecretsName() {
    #expect(Self.found("BOX_TOKEN=«\(Self.base62)»") == ["box-key"])
    #expect(Self.found("box token: «\(Self.base62)»") == ["box-key"])
    #expect(Self.found("boxToken = '«\(Self.base62)»'") == ["box-key"])
    #expect(Self.found("box = «\(Self.base62)»") == ["-"])
    #expect(Self.found("SANDBOX_TOKEN=«\(Self.base62)»") == ["generic-secret"])
  }

  /// A token of an unknown length or with a wrong checksum is its provider's by its prefix.
  @Test func aPrefixNamesTheProvider() {
    let rest = Fixture.random(30, seed: 4)
    let prefix = "gh" + "p_"
    #expect(Self.found("token: «\(prefix)\(rest)»") == ["github-name"])
    #expect(Self.found("CLARIFAI_TOKEN=«\(prefix)\(rest)»") == ["github-name"])
    #expect(Self.found("password: «\(prefix)\(rest)»") == ["github-name"])
    #expect(Self.found("token: «x\(prefix)\(rest)»") == ["generic-secret"])
    #expect(Self.found("see «\(prefix)\(rest)»") == ["-"])
  }

  /// An abbreviation counts where it begins a variable's name, and for a known shape alone.
  @Test func abbreviationsBeginNames() {
    let other = Fixture.random(41)
    #expect(Self.found("TN_API_KEY=«\(Self.hex)»") == ["truenas-key"])
    #expect(Self.found("env:\n  TN_API_KEY: «\(Self.hex)»\n") == ["truenas-key"])
    #expect(Self.found("tn_token: «\(Self.hex)»") == ["truenas-key"])
    #expect(Self.found("TN_API_KEY=«\(other)»") == ["generic-api-key"])
    #expect(Self.found("API_TN_TOKEN=«\(Self.hex)»") == ["generic-secret"])
    #expect(Self.found("tn-api-key: «\(Self.hex)»") == ["generic-api-key"])
    #expect(Self.found("tn: «\(Self.hex)»") == ["-"])
    #expect(Self.found("tn:\n  token: «\(Self.hex)»\n") == ["generic-secret"])
  }

  /// The next provider's word is asked where the first one's keys look otherwise.
  @Test func aNameOfTwoProvidersIsWhoseShapeFits() {
    #expect(Self.found("CLARIFAI_BOX_TOKEN=«\(Self.base62)»") == ["box-key"])
    #expect(Self.found("HELPSCOUT_CLARIFAI_TOKEN=«\(Self.hex)»") == ["clarifai-key"])
  }

  @Test func blanksOfANameStandForAnyJoint() {
    let value = Fixture.random(40, seed: 8)
    for name in ["helpscout", "HELP_SCOUT", "help-scout", "help.scout", "HelpScout", "Help Scout"] {
      #expect(Self.found("\(name)_secret: «\(value)»") == ["helpscout-key"], "\(name)")
    }
  }

  /// The provider is known all the same, since the name says it; a password is its owner's.
  @Test(arguments: [
    ("CLARIFAI_API_KEY=«%»", "clarifai-key"), ("clarifai token: «%»", "clarifai-key"),
    ("env:\n  CLARIFAI_TOKEN: «%»\n", "clarifai-key"), ("BOX_API_KEY=«%»", "box-key"),
    ("API_KEY_BOX=«%»", "box-key"),
    ("https://api.clarifai.com/v2?a=b&key=«%»", "clarifai-key"),
    ("https://api.example.org/v2?a=b&key=«%»", "-"),
    ("MAIL_BOX_API_KEY=«%»", "generic-api-key"), ("BOX_OFFICE_API_KEY=«%»", "generic-api-key"),
    ("CLARIFAI_PASSWORD=«%»", "generic-password"), ("API_KEY=«%» # clarifai", "clarifai-key"),
  ])
  func aValueOfAnotherShapeIsJudgedByItsName(text: String, rule: String) {
    let value = Fixture.random(41)
    #expect(Self.found(text.replacing("%", with: value)) == [rule], "\(text)")
  }

  @Test func aWordOfAnotherShapeIsNoKey() {
    #expect(Self.found("CLARIFAI_API_KEY=«clarifai-api-key»") == ["-"])
  }

  @Test func listsOfPackagesHoldDigests() {
    #expect(Self.found("clarifai key: «\(Self.hex)»", path: "package-lock.json") == ["-"])
  }

  @Test func aTextOfNamesStaysLinear() {
    let text = Array(String(repeating: "clarifai_key box-", count: 4_000).utf8)
    #expect(Fixture.detect(text, rules: Self.rules).confirmed.isEmpty)
  }
}
