import Patterns
import Testing

@testable import Detection

@Suite struct AssignmentScannerTests {
  /// All assignments of a text, as the worker asks for them.
  static func scan(_ bytes: [UInt8]) -> [ScannedAssignment] {
    var scanner = AssignmentScanner(bytes)
    var hits: [KeywordHit] = []
    KeywordFilter(AssignmentWords.keywords)
      .findHits(in: bytes.span, range: 0..<bytes.count, into: &hits)
    var found: [ScannedAssignment] = []
    for hit in hits {
      let length = AssignmentWords.length(of: hit.keyword)
      // The judge hears of each value once, under its first name.
      if let next = scanner.assignment(around: hit.offset..<hit.offset + length),
        !found.contains(where: { $0.range == next.range })
      {
        found.append(next)
      }
    }
    return found
  }

  @Test(arguments: [
    "DB_PASSWORD=«kumquat-17»", "export DB_PASSWORD=«kumquat-17»", "set TOKEN=«kumquat-17»",
    "$env:TOKEN = \"«kumquat-17»\"", "declare -x TOKEN=\"«kumquat-17»\"", "  token: «kumquat-17»",
    "  token: '«kumquat-17»' # why", "\"password\": \"«kumquat-17»\",", "password = \"«kum quat»\"",
    "password := \"«kumquat-17»\"", "'password' => '«kumquat-17»',", "db.password=«kumquat-17»",
    "config[\"password\"] = \"«kumquat-17»\"", "deploy --password «kumquat-17» x",
    "deploy --password=«kumquat-17» x", "<password>«kumquat-17»</password>",
    "<w:Password Type=\"x#PasswordText\">«kumquat-17»</w:Password>", "java -Dapi.key=«kumquat-17»",
    "password = \"«kum\" + \"quat»\"", "char *password = \"«kum\" \"quat»\";",
    "<add key=\"password\" value=\"«kumquat-17»\" />", "name=\"password\" value='«kumquat-17»'",
    "- name: DB_PASSWORD\n  value: «kumquat-17»",
    "{\"name\": \"TOKEN\", \"value\": \"«kumquat-17»\"}",
    "//registry.example.com/:_authToken=«kumquat-17»", "# password: «kumquat-17»",
    "let password: String = \"«kumquat-17»\"", "password(\"«kumquat-17»\")",
    "setProperty(\"password\", \"«kumquat-17»\")", "storePassword \"«kumquat-17»\"",
    "https://example.com/?token=«kumquat-17»&x=1", "Server=db;Password=«kumquat-17»;Port=1",
    "{\\\"password\\\":\\\"«kumquat-17»\\\"}", "TOKEN = b'«kumquat-17»'", "pw: «kumquat-17»",
    "${DB_PASSWORD:-«kumquat-17»}", "Authorization: Bearer «kumquat-17»",
    "\"Authorization\": \"Basic «kumquat-17»\"", "Unseal Key 2: «kumquat-17»",
    "streak key «kumquat-17»", "+ export TOKEN=«kumquat-17»", "cmd /pass:«kumquat-17»",
    "if password == \"«kumquat-17»\":", "TOKEN ?= «kumquat-17»", "pwd=«a#b%c!d+e»",
    "DB_PASSWORD=«a,b;c)d» next", "ENV API_KEY=\"«kumquat-17»\"", "a_token=«kumquat-17»&b_id=2",
    "const token = process.env.TOKEN || \"«kumquat-17»\";", "var secret = []byte(\"«kumquat-17»\")",
    "$password = ConvertTo-SecureString \"«kumquat-17»\" -AsPlainText -Force",
    "CREATE ROLE app LOGIN PASSWORD '«kumquat-17»';", "token = env('TOKEN') or '«kumquat-17»'",
    "<property><name>fs.secret.key</name><value>«kumquat-17»</value></property>",
    "variable \"db_password\" {\n  type = string\n  default = \"«kumquat-17»\"\n}",
  ])
  func reads(text: String) {
    let marked = MarkedText(text)
    #expect(Self.scan(marked.bytes).map(\.range) == marked.ranges, "\(text)")
  }

  @Test(arguments: [
    "tokenizer = BertTokenizer", "/etc/passwd: no such file", "keyboard: german", "std::token::x",
    "https://key://x", "password", "password:", "password=", "author: someone", "monkey=17",
    "<name>password</name>\n<integer>12</integer>", "<name>token</name>\n<a><value>a</value>",
    "PASSWORD_FILE=/run/secrets/x", "key: value", "cache key 1a2b3c4d5e", "my password  ",
    "[\"password\", \"email\"]", "pass \"--flag\" to it", "token =~ /x/",
  ])
  func readsNothing(text: String) {
    #expect(Self.scan(Array(text.utf8)).isEmpty, "\(text)")
  }

  @Test func quotesAreUnescaped() throws {
    let found = try #require(Self.scan(Array(#"password = "a\"b\\c\d""#.utf8)).first)
    #expect(String(decoding: found.value, as: UTF8.self) == #"a"b\c\d"#)
  }

  @Test func notationTellsCodeFromShell() throws {
    let code = try #require(Self.scan(Array("  password = user_input".utf8)).first?.notation)
    #expect(code.hasBlanks && !code.isQuoted && code.isLineStart && code.mark == .equals)
    let call = try #require(Self.scan(Array("connect(user, password=pwd)".utf8)).first?.notation)
    #expect(call.isArgument && !call.isLineStart)
    let prose = try #require(Self.scan(Array("password: must be long".utf8)).first?.notation)
    #expect(prose.isFollowed)
  }
}
