import Findings
import Testing

@testable import Detection

/// Texts that look like secrets and are none, by the class of their reason; beside each class, what
/// stands close to it and is one, so that a strike that is too wide shows.
@Suite struct HardNegativeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var path = "notes.txt"
    var testDescription: String { "\(path): \(text)" }
  }

  private static func found(_ one: Case) -> [Range<Int>] {
    Fixture.detect(MarkedText(one.text).bytes, path: one.path, isLog: one.path == "build.log")
      .confirmed.map(\.range)
  }

  @Test(arguments: [
    Case(text: "A runner's token has its kind before the payload: `glrt-t1_`."),
    Case(text: "\"minipass\": \"^7.0.3\",", path: "package.json"),
    Case(text: "\"app-secret\": \">=1.2.3\",", path: "package.json"),
    Case(text: "\"app-secret\": \"workspace:*\",", path: "package.json"),
    Case(text: "app-password = \"~1.4.2-beta.1\"", path: "pyproject.toml"),
    Case(text: "apt\tpasswd\t1:4.13+dfsg1-1+deb12u1"),
    Case(text: "libsecret-1-0:amd64. Unpacking passwd (1:4.13+dfsg1-1) ...", path: "build.log"),
    Case(text: "kpasswd\t\t464/tcp", path: "services"),
    Case(text: "option password '00:25:90:00:d5:fb'", path: "a.config"),
    Case(text: "BETA_API = \"client.authentication.k8s.io/v1beta1\"", path: "a.py"),
    Case(text: "\"S3Key\": \"867139942017-Job-\(Fixture.hex(32))/\"", path: "a.json"),
    Case(text: "\"startKey\": \"\(Fixture.random(24))\"", path: "a.json"),
    Case(text: "\"PolicyUpdateToken\": \"1:\(Fixture.random(24))\"", path: "a.json"),
    Case(text: "token_accessor       \(Fixture.random(24)).iMXtW"),
    Case(
      text: "github.com/hashicorp/consul-token v1.32.0 h1:\(Fixture.random(43))=", path: "x.sum"),
    Case(
      text: "\"RegistryCreds\": \"acme/registry-creds:1.10@sha256:\(Fixture.hex(64))\",",
      path: "a.go"),
  ])
  func versionsAndPortsAreNone(one: Case) { #expect(Self.found(one).isEmpty) }

  @Test(arguments: [
    Case(text: "\\-\\-password=\\fR\\fIPASSWORD\\fR", path: "a.1"),
    Case(text: "base\\-passwd package of the system", path: "a.8"),
    Case(text: "\tToken config.Secret `yaml:\"auth_token,omitempty\"`", path: "a.go"),
    Case(text: "\tDraftToken Draft00 `json:\"draft_00,omitempty\"`", path: "a.go"),
    Case(text: "input[type=password]:focus{border-color:#94c}", path: "a.css"),
    Case(text: ".report-password:hover { color: #443e21; }", path: "a.css"),
    Case(text: "\"\\u5982 -keypass \\u548C\\u6307\"", path: "a.java"),
    Case(text: "<USERNAME>:<PASSWORD>@tcp(<HOST>:3306)/x", path: "values.yaml"),
    Case(text: "<li key=\"item-a1b2c3d4e5f6\">", path: "a.js"),
    Case(text: "ciphers = \"HIGH:!MD5:!PSK:!aECDH:!KRB5-DES-CBC3-SHA\"", path: "a.conf"),
    Case(text: "esxi1_password: @ESXI1_PASSWORD", path: "a.ini"),
    Case(text: "password: \"@DB_PASSWORD@\"", path: "a.yml"),
    Case(text: "{{- $password := include \"common.secret\" . -}}", path: "a.yaml"),
    Case(text: " * @GNUTLS_BAG_SECRET: PKCS-12 bag with secret keys.", path: "a.h"),
  ])
  func marksOfOtherLanguagesAreNone(one: Case) { #expect(Self.found(one).isEmpty) }

  @Test(arguments: [
    Case(text: "    connect(user=user,\n        password=args.ssh_password)", path: "a.py"),
    Case(text: "        password=pvk_password)", path: "a.py"),
    Case(text: "CreateClusterSecret(\"my-cluster2\", \"cluster1\")", path: "a.go"),
    Case(text: "\"--logs.auth.selectors=SrcK8S_Namespace,DstK8S_Namespace\",", path: "a.go"),
    Case(text: "let(:content) { \"group_name:some_password:some_gid:user_list\" }", path: "a.rb"),
    Case(text: "$hash3 = { mykey => \"/tmp/myhashfile4\" }", path: "a.pp"),
    Case(text: "ssl(\"password\", \"classpath:test.jks\")", path: "a.java"),
    Case(text: "r'\"password\": \"\\$6\\$\"'", path: "a.py"),
    Case(text: "\tsecret2 := *rotated1.ClientSecret", path: "a.go"),
    Case(text: "        Token token = p11Key.token;", path: "a.java"),
    Case(text: "PK11SymKey *PK11_TokenKeyGen(PK11SlotInfo *slot);", path: "a.h"),
    Case(text: "cs.accessPass=cs.isWritable=cs.isStream=void 0;", path: "a.js"),
    Case(text: "throw\"wrong hex password: \"+h.hex}if(h.hash){", path: "a.js"),
    Case(text: "'password' => '--password='.$connection['password'],", path: "a.php"),
    Case(text: "'password.confirm' => \\Illuminate\\RequirePassword::class,", path: "a.php"),
    Case(text: "pass => \\&fetch_password,", path: "a.pod"),
    Case(text: "awk '/^password=/{p=$0}END{print p}'", path: "a.sh"),
    Case(text: "$password{'sean'}{'hpux'}", path: "a.pod"),
    Case(text: "let s:app_passwd = g:netrw_passwd2", path: "a.vim"),
    Case(text: "Cipher c = Secret.getCipher(\"AES/CFB8/NoPadding\");", path: "a.java"),
    Case(text: "items.ContainsKey(\"Modules\\Config1\\Config1.psm1\")", path: "a.ps1"),
    Case(text: "complete \"passphrase= password= scmVersion= $(list)\"", path: "a.bash"),
    Case(text: "$secret = \\json_decode($this->appSecret, true);", path: "a.php"),
    Case(text: "SecretString=f\"secretstr-{short_uid()}\")", path: "a.py"),
    Case(text: "X-Amz-Credential=test/20240418/eu-west-1/s3/aws4_request", path: "a.py"),
    Case(text: "secret: '%kernel.secret%'", path: "a.yaml"),
    Case(text: "secret: urn:k8s:secret:name:key1", path: "a.yml"),
  ])
  func expressionsAreNone(one: Case) { #expect(Self.found(one).isEmpty) }

  @Test(arguments: [
    Case(text: "'secret': 'V1SecretVolumeSource',", path: "a.py"),
    Case(text: "('CLIENT_SECRET', 'oauth2ClientSecret'),", path: "a.py"),
    Case(text: "export const PASSWORD = 'x-api-key';", path: "a.ts"),
    Case(text: "passwordSecret: \"airflow-cluster1-mysql-password\"", path: "values.yaml"),
    Case(text: "secret: mysql-ssl-certs", path: "values.yaml"),
    Case(text: "\"scopes\": [\"password:reset\", \"secret:write\"]", path: "a.json"),
    Case(text: "pw_name:pw_passwd:pw_uid:pw_gid:pw_gecos"),
    Case(text: "\"limit_key\": \"DBProxyEndpoints\",", path: "a.json"),
    Case(text: "NID_challengePassword             X509_V_ERR_VERIFY_NEEDED"),
    Case(text: "<releaseManagerKey>\(Fixture.hex(40))</releaseManagerKey>", path: "pom.xml"),
    Case(text: "const key = 'Linux-node-\(Fixture.hex(40))'", path: "a.ts"),
    Case(text: "\"SSECustomerKeyMD5\": \"\(Fixture.random(22))==\",", path: "a.json"),
    Case(text: "\"secret\": \"AWS::SecretsManager::Secret\"", path: "a.json"),
    Case(text: "token_etag: \(Fixture.hex(40))", path: "a.yml"),
    Case(text: "\"whoami-tls-jwt-\(Fixture.hex(20))-service\"", path: "a.json"),
    Case(text: "image: registry.access.redhat.com/rhscl/postgresql-96-rhel7", path: "a.yml"),
  ])
  func namesAreNone(one: Case) { #expect(Self.found(one).isEmpty) }

  @Test(arguments: [
    Case(text: "    --- PASS: TestCacheS3Config_UsesKeys (0.00s)", path: "build.log"),
    Case(text: "a=fmtp:101\\r\\na=i3fce-pwd:\(Fixture.hex(40))\\rcd", path: "build.log"),
    Case(text: "Next page token: \(Fixture.random(25))"),
    Case(text: "Make sure the tests pass: `docker buildx bake test`", path: "a.md"),
    Case(text: "renamed to --proxy-password respectively, and more", path: "NEWS"),
    Case(text: "client_secret='Qh...wwI',", path: "a.py"),
    Case(text: "docker service create --secret source=my-cookie,target=/var/lib/mq"),
    Case(text: "SENDGRID_API_KEY=SG.SECRET-API-KEY", path: "a.env"),
    Case(text: "assert_match(/show\\?password=\\[FILTERED\\]/, log)", path: "a.rb"),
    Case(text: "tls.key: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t...", path: "a.yml"),
  ])
  func logsAndProseAreNone(one: Case) { #expect(Self.found(one).isEmpty) }

  @Test(arguments: [
    Case(text: "password: «1.Tiger77»", path: "a.yml"),
    Case(text: "password = «blue.Tiger77»", path: "a.ini"),
    Case(text: "Root password: «harbour.472»"),
    Case(text: "**Password:** «kumquat-17»", path: "a.md"),
    Case(text: "- **Password**: «kumquat-17»", path: "a.md"),
    Case(text: "args: [\"--token\", \"«\(Fixture.random(40))»\"]", path: "a.yml"),
    Case(
      text: "{\"ParameterKey\":\"DBPassword\",\"ParameterValue\":\"«kumquat-17»\"}", path: "a.json"),
    Case(text: "admin password -> «4oWy2xpP5E»", path: "a.md"),
    Case(text: "$password := \"«kumquat-17»\"", path: "a.yaml"),
    Case(text: "<access key=\"«\(Fixture.random(32))»\">", path: "a.xml"),
    Case(text: "password: «@Kumquat_17»", path: "a.yml"),
    Case(text: "setSecret(\"«\(Fixture.random(32))»\")", path: "a.go"),
    Case(text: "\"dbPass\": \"«kumquat^7.0»\",", path: "package.json"),
    Case(text: "connect(user, password=\"«kumquat-17»\")", path: "a.py"),
    Case(text: "    password=\"«kumquat-17»\")", path: "a.py"),
    Case(text: "# password=«kumquat-17!»", path: "a.sh"),
    Case(text: "don't; password='«+kumquat17»'", path: "a.sh"),
    Case(text: "{\"user\": \"x\", \"password\": \"«.kumquat17»\"}", path: "a.json"),
    Case(text: "\tSecret: \"«AlicePass1»\",", path: "a.go"),
    Case(text: "password: «Secret-of-Kum99»", path: "a.yml"),
    Case(text: "<password>«kumquat-17»</password>", path: "a.xml"),
    Case(text: "login --password «respectable7»", path: "a.sh"),
    Case(text: "Your page password: «kumquat-17»"),
    Case(text: "access token: «\(Fixture.random(32))»"),
    Case(text: "private key = \"«\(Fixture.hex(32))»\"", path: "a.ini"),
    Case(text: "secret: «\(Fixture.hex(40))»", path: "a.yml"),
  ])
  func whatIsCloseIsFound(one: Case) {
    #expect(Self.found(one) == MarkedText(one.text).ranges)
  }

  @Test func symbolsOfCompilersAreNone() {
    #expect(MangledName.isOne(Array("s4WASI7WASIAbiO6RightsVs10SetAlgebraAAMc".utf8)))
    #expect(MangledName.isOne(Array("_ZN4core6format9Formatter5writeE".utf8)))
    for seed in 1...2_000 as ClosedRange<UInt64> {
      #expect(!MangledName.isOne(Array(Fixture.random(40, seed: seed).utf8)))
    }
  }
}
