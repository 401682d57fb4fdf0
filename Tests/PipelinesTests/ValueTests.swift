import Findings
import Pipelines
import Testing

/// What values are: literal, lookup, both, masked, encrypted.
@Suite struct ValueTests {
  private func kind(_ value: String, path: String = ".github/workflows/x.yml") throws -> String {
    let quoted = value.replacing("'", with: "''").replacing("\n", with: "\n\n")
    let reading = try read("A: '\(quoted)'\n", path: path)
    let found = try #require(reading.assignments.first)
    #expect(reading.assignments.count == 1)
    return found.kind == .mixed ? "mixed \(found.text)" : found.kind.rawValue
  }

  @Test(arguments: [
    "${{ secrets.X }}", " ${{ secrets.X }}\n", "${{ a }}${{ b }}", "${{ a }}-${{ b }}",
    "${{ '}}' == x && y || z }}", "${{ contains(github.ref, 'main') }}", "${{ x == 'a' }}",
    "${{ 'a' != x }}", "${{ a || b }}", "${{ format('{0}', x) }}", "${{ '' }}", "${{}}",
    "$NAME", "$NAME_2", "${NAME}", "${name}", "${NAME:?must be set}", "${NAME?must be set}",
    "${NAME:-}", "${NAME:-${OTHER}}", "${NAME:-${A:-${B}}}", "${#NAME}", "${!NAME}",
    "${NAME%%suffix}", "${1}", "$$NAME", "${A}/${B}", "${A}:${B}", "$env:NAME",
    "$(NAME)", "$(cat /run/x)", "$(echo \")\" (a))", "$[[ inputs.x ]]", "$[ variables.x ]",
    "%NAME%", "((name))", "((vault:a/b.c))", "{{ x }}", "{{resolve:secretsmanager:a:b}}",
    "<< parameters.x >>", "<<pipeline.id>>", "<%= ENV[\"X\"] %>",
    "vault:secret/data/x#y", "ref+awssecrets://x#/y", "op://a/b/c", "bws:0a0b",
    "arn:aws:secretsmanager:eu-west-1:1:secret:x", "arn:aws:ssm:eu-west-1:1:parameter/x",
    "projects/p/secrets/s/versions/latest", "projects/p/secrets/s", "@Microsoft.KeyVault(Name=x)",
    "sm://p/s", "/run/secrets/x", "file:/etc/x", "gcp:secret:x",
  ])
  func references(_ value: String) throws { #expect(try kind(value) == "reference") }

  @Test(arguments: [
    "hunter2", "$ecret", "P@$$w0rd", "pa$$WORD", "Sup3r$ecret", "$", "$$", "a$", "$1", "$A",
    "${", "${}", "${ x }", "${X", "$(", "$(x", "${{ x", "${{ 'x }", "%AB%", "100%", "%20%2F%20",
    "((", "(())", "((a", "(a)", "((a+b))", "<<", "<<EOF", "<< a", "{{", "{{ x", "{x}", "{}",
    "vault:", "vault", "projects/a/b/c", "op:/x", "file:x", "see vault: here",
    "vault:a path with blanks", "ENC[x", "ENC", "ENC[]", "xxx", "x", "12345", "**", "xhunter2x",
    "true", "-----BEGIN PRIVATE KEY-----", "{\"a\": 1}", "a=b", "A=b",
  ])
  func literals(_ value: String) throws { #expect(try kind(value) == "literal") }

  @Test(arguments: [
    ("${X:-hunter2}", "hunter2"), ("${X-hunter2}", "hunter2"), ("${X:=hunter2}", "hunter2"),
    ("${X:+hunter2}", "hunter2"), ("${X:-'a b'}", "a b"), ("${X:-a${Y}}", "a"),
    ("${X:-${Y:-b}}", "b"), ("${X:-{\"a\":1}}", "{\"a\":1}"), ("a-${X}", "a-"),
    ("${X}hunter2", "hunter2"), ("a $XY hunter2 $(id)", "hunter2"),
    ("https://me:hunter2@${HOST}/", "https://me:hunter2@"),
    ("${{ secrets.X || 'hunter2' }}", "hunter2"), ("${{ 'hunter2' }}", "hunter2"),
    ("${{ a == 'prod' && 'x' || 'yy' }}", "yy"), ("${{ a && 'it''s' || 'b' }}", "it''s"),
    ("user:pw${{ x }}", "user:pw"), ("é${{ x }}", "é"), ("%USER%\\x", "\\x"),
    ("Bearer {{ token }}", "Bearer"), ("$NAME.x", ".x"), ("${{ a }}${{ 'b' || c }}", "b"),
    ("a%NAME%", "a"), ("$[[ inputs.x ]]y", "y"),
  ])
  func mixed(_ value: String, _ literal: String) throws {
    #expect(try kind(value) == "mixed \(literal)")
  }

  @Test(arguments: [
    "ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]", "ENC[PKCS7,MIIB]", "ENC(abc)", "{cipher}abc",
    "$ANSIBLE_VAULT;1.1;AES256\n61", "vault:v1:YWJj", "vault:v12:YWJj=",
    "{AQAAABAAAAAwabc=}", "ENC[${X}]",
  ])
  func encrypted(_ value: String) throws { #expect(try kind(value) == "encrypted") }

  @Test(arguments: ["***", "******", "[MASKED]", "<redacted>", "xxxxxxxx", "(sensitive value)"])
  func masked(_ value: String) throws { #expect(try kind(value) == "masked") }

  /// GitLab and Compose expand every name, if it is the whole value.
  @Test func smallNames() throws {
    for path in [".gitlab-ci.yml", "compose.yml"] {
      #expect(try kind("$ecret", path: path) == "reference")
      #expect(try kind("Sup3r$ecret", path: path) == "literal")
    }
  }

  @Test func defaultsInBraces() throws {
    let spring = "application.yml"
    #expect(try kind("${db.pass-word:hunter2}", path: spring) == "mixed hunter2")
    #expect(try kind("${A:${B:hunter2}}", path: spring) == "mixed hunter2")
    for value in ["${A}", "${db.password}", "${A:}", "${A:${B}}", "${A:?unset}", "${sm://p/s}"] {
      #expect(try kind(value, path: spring) == "reference", "\(value)")
    }
    let serverless = "serverless.yml"
    #expect(try kind("${env:A, 'hunter2'}", path: serverless) == "mixed hunter2")
    #expect(try kind("${env:A, \"hunter2\"}", path: serverless) == "mixed hunter2")
    for value in ["${env:A}", "${env:A, ''}", "${ssm:/a/b}", "${env:A, ${ssm:/a}}", "${a:b, c'}"] {
      #expect(try kind(value, path: serverless) == "reference", "\(value)")
    }
  }

  @Test func pathsOfArgoCDsVaultPlugin() throws {
    #expect(try kind("<path:a/data/b#c>") == "reference")
    #expect(try kind("<path: of a file>") == "literal")
  }

  @Test func lookupTags() throws {
    let text = "a: !reference [.x, y]\nb: !Ref C\nc: !Sub x${D}\nd: !!str e\nf: !secret g\n"
    let found = try read(text, path: ".gitlab-ci.yml").assignments
    #expect(
      found.map { "\($0.name) \($0.kind)" } == [
        "a reference", "a reference", "b reference", "c mixed", "d literal", "f reference",
      ])
  }
}
