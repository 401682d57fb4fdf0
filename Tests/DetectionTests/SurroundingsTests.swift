import Rules
import Testing

@testable import Detection

/// A provider's word that stands around a value, and not in its name.
@Suite struct SurroundingsTests {
  static let key = Fixture.hex(32, seed: 3)
  static let other = Fixture.random(41)

  static func found(_ text: String, path: String = "notes.yml") -> [String] {
    ProviderTests.found(text.replacing("%", with: key), path: path)
  }

  @Test(arguments: [
    "clarifai:\n  enabled: true\n  api_key: «%»\n", "services:\n  clarifai:\n    - token: «%»\n",
    "{\n  \"clarifai\": {\n    \"apiKey\": \"«%»\"\n  }\n}\n",
    "[clarifai]\nuser = ci\ntoken = «%»\n",
    "[integrations.clarifai]\nenabled = true\nsecret = \"«%»\"\n",
    "provider \"clarifai\" {\n  api_key = \"«%»\"\n}\n", "# Clarifai\nAPI_KEY=«%»\n",
    "// Clarifai's account\nuser = 'ci'\nconst token = '«%»'\n",
    "url = 'https://api.clarifai.com/v2'\nheaders = {'X-Api-Key': '«%»'}\n",
    "token = '«%»'\nget('https://api.clarifai.com/v2', token)\n",
    "from clarifai import Client\n\nclient = Client(api_key=\"«%»\")\n",
    "<clarifai>\n  <apiKey>«%»</apiKey>\n</clarifai>\n",
    "Clarifai.configure do |config|\n  config.access_token = '«%»'\nend\n",
    "<dict>\n\t<key>ClarifaiAPIKey</key>\n\t<string>«%»</string>\n</dict>\n",
    "clarifai:\n  key: «%»\n", "clarifai:\n  api:\n    key: «%»\n",
    "clarifai: {\n  \"auth\": {\n    \"key\": \"«%»\"\n",
    "GET https://api.clarifai.com/v2?key=«%»&x=1\n",
  ])
  func namesTheProvider(text: String) {
    #expect(Self.found(text) == ["clarifai-key"], "\(text)")
  }

  /// What a tool or a pipeline's file carries is of others.
  @Test func carriersDoNotNameTheProvider() throws {
    let rules = try CatalogueTests.rules()
    let key = Fixture.random(40, seed: 5)
    for (path, text) in [
      ("README.md", "API_KEY: \"\(key)\""), (".travis.yml", "API_KEY: \"\(key)\""),
      ("a.sh", "docker run -e API_KEY=\(key) x"), ("a.sh", "heroku config:set API_KEY=\(key)"),
      ("a.sh", "travis encrypt API_KEY=\(key)"),
    ] {
      let found = Fixture.detect(Array(text.utf8), path: path, rules: rules).confirmed
      #expect(found.map(\.rule.id) == ["generic-api-key"], "\(path): \(text)")
    }
  }

  /// A key beside the secret says whose it is.
  @Test(arguments: [
    "notifier:\n  provider: clarifai\n  api_key: «%»\n",
    "notifier:\n  token: «%»\n  retries: 3\n  type: clarifai\n",
    "services:\n  - name: clarifai-prod\n    opts:\n      x: 1\n    token: «%»\n  - name: other\n",
    "{\n  \"service\": \"clarifai\",\n  \"region\": \"eu\",\n  \"apiKey\": \"«%»\"\n}\n",
    "[notify]\nprovider = clarifai\nretries = 3\napi_key = «%»\n",
    "kind: Secret\nmetadata:\n  name: clarifai-credentials\ntype: Opaque\nstringData:\n  token: «%»\n",
    "steps:\n  - uses: clarifai/deploy@v2\n    with:\n      project: x\n      api-key: «%»\n",
    "# Clarifai\nAPP_ID=12\nREGION=eu\nHOST=x\nAPI_KEY=«%»\n",
    "GET /v1 HTTP/1.1\nHost: api.clarifai.com\nX-Api-Key: «%»\n",
    "<a>\n  <provider>clarifai</provider>\n  <apiKey>«%»</apiKey>\n</a>\n",
    "a:\n  provider: clarifai\n  key: «%»\n",
  ])
  func keysBesideItNameTheProvider(text: String) {
    #expect(Self.found(text) == ["clarifai-key"], "\(text)")
  }

  /// Other objects, other lists' entries and other sections are somebody else's; and a value of
  /// another shape is left to its own name.
  @Test(arguments: [
    "a:\n  provider: clarifai\nb:\n  api_key: «%»\n",
    "- provider: clarifai\n- api_key: «%»\n", "- api_key: «%»\n- provider: clarifai\n",
    "[a]\nprovider = clarifai\n[b]\napi_key = «%»\n", "provider = clarifai\n\napi_key = «%»\n",
    "a:\n  username: clarifai\n  api_key: «%»\n", "a:\n  provider: clarifai\n  api_key: «%»0\n",
    "# Clarifai\nA=1\nB=2\nC=3\n\nAPI_KEY=«%»\n",
  ])
  func otherKeysDoNot(text: String) {
    #expect(Self.found(text)[0] != "clarifai-key", "\(text)")
  }

  @Test func wordsOfOtherMeaningAreWholeValuesOfKeys() {
    let value = ProviderTests.base62
    #expect(
      ProviderTests.found("a:\n  provider: box\n  token: «\(value)»\n") == ["box-key"])
    #expect(
      ProviderTests.found("a:\n  provider: box two\n  token: «\(value)»\n") == ["generic-secret"])
    for text in [
      "{'box': {'token': '«\(value)»'}}", "Box::Client.new(access_token: '«\(value)»')",
      "client = Box(api_key='«\(value)»')",
      "Box.configure do |c|\n  c.api_key = '«\(value)»'\nend\n",
      "TOKEN=«\(value)» # Box\n", "'box' => ['token' => '«\(value)»']",
    ] {
      #expect(ProviderTests.found(text) == ["box-key"], "\(text)")
    }
    #expect(ProviderTests.found("TOKEN=«\(value)» # Box it\n") == ["generic-secret"])
    #expect(ProviderTests.found("{\"service\": \"box\", \"token\": \"«\(value)»\"}") == ["box-key"])
  }

  @Test func aFileIsNamedForAProvider() {
    #expect(Self.found("token: «%»", path: "config/clarifai.yml") == ["clarifai-key"])
    #expect(Self.found("key: «%»", path: "config/clarifai.yml") == ["-"])
  }

  /// Without a known shape a plain name is enough; a name with words of its own is somebody's.
  @Test func aValueOfAnotherShapeNeedsAPlainName() {
    let text = { (name: String) in "clarifai:\n  \(name): «\(Self.other)»\n" }
    #expect(ProviderTests.found(text("api_key")) == ["clarifai-key"])
    #expect(ProviderTests.found(text("acme_token")) == ["generic-secret"])
    #expect(ProviderTests.found(text("password")) == ["generic-password"])
  }

  /// A word that means other things too must be the whole name of a block or a label of a host.
  @Test func wordsOfOtherMeaningMustStandAlone() {
    let value = ProviderTests.base62
    #expect(ProviderTests.found("box:\n  token: «\(value)»\n") == ["box-key"])
    #expect(ProviderTests.found("box-office:\n  token: «\(value)»\n") == ["generic-secret"])
    #expect(
      ProviderTests.found("# put it into the box over there\nTOKEN=«\(value)»\n")
        == ["generic-secret"])
    #expect(
      ProviderTests.found("url: https://api.box.com/2.0\ntoken: «\(value)»\n") == ["box-key"])
    #expect(
      ProviderTests.found("url: https://box/2.0\ntoken: «\(value)»\n") == ["generic-secret"])
  }

  @Test(arguments: [
    "cache:\n  key: «%»\n", "clarifai:\n  cache:\n    key: «%»\n", "clarifai:\n  commit: «%»\n",
    "clarifai:\n  enabled: true\nkey: «%»\n",
    "clarifai:\n  key: «%0»\n", "clarifai:\n  cache_key: «%»\n",
  ])
  func leavesOtherValuesAlone(text: String) {
    #expect(Self.found(text) == ["-"], "\(text)")
  }

  @Test func aLogsLinesHaveNothingToDoWithEachOther() {
    let text = "clarifai:\n  done\n  TOKEN=«\(Self.key)»\n"
    let marked = MarkedText(text)
    let found = Fixture.detect(marked.bytes, path: "a.log", isLog: true, rules: ProviderTests.rules)
    #expect(found.confirmed.map(\.rule.id) == ["generic-secret"])
  }

  @Test func connectionStringsNameWhatTheyConnectTo() {
    let rules =
      ProviderTests.rules + [
        ProviderTests.rule("mysql-credential", common: ["mysql"], shapes: ["{base62:32}"]),
        ProviderTests.rule("jdbc-string", common: ["jdbc"], shapes: ["{base62:32}"]),
        ProviderTests.rule("odbc-string", common: ["odbc"], shapes: ["{base62:32}"]),
      ]
    let cases = [
      ("mysql+pymysql://app:«Kx7-pQ9zR2»@db.example.org/app", "mysql-credential"),
      ("https://ci:«Kx7-pQ9zR2»@api.clarifai.com/v2", "clarifai-key"),
      ("https://ci:«Kx7-pQ9zR2»@git.example.org/a", "url-credentials"),
      ("jdbc:mysql://db/app?user=a&password=«Kx7-pQ9zR2»", "jdbc-string"),
      ("Server=db;Database=app;Uid=sa;Password=«Kx7-pQ9zR2»;", "odbc-string"),
      ("password=«Kx7-pQ9zR2»", "generic-password"),
    ]
    for (text, rule) in cases {
      let marked = MarkedText(text)
      let found = Fixture.detect(marked.bytes, rules: rules).confirmed
      #expect(found.map(\.rule.id) == [rule], "\(text)")
      #expect(found.map(\.range) == marked.ranges, "\(text)")
    }
  }

  @Test func aDeepTextStaysLinear() {
    let text = (0..<4_000).map { String(repeating: " ", count: $0 % 70) + "token: \(Self.key)\n" }
    #expect(
      Fixture.detect(Array(text.joined().utf8), rules: ProviderTests.rules).confirmed.count == 4_000
    )
  }
}
