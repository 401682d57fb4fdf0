import Findings
import Logs
import Testing

/// Environments that programs print in their own notations.
@Suite struct ObjectDumpTests {
  private func blocks(_ log: String) -> [EnvironmentBlock] {
    LogReader.read(raw(log), as: .plain).blocks
  }

  private func pairs(_ block: EnvironmentBlock?) -> [String] {
    (block?.assignments ?? []).map { "\($0.name)=\(string($0.value))" }
  }

  static let expected = [
    "PATH=/usr/bin", "PW=it's a \"q\" $x", "MULTI=line1\nline2", "PLAIN=abc123",
  ]

  @Test(arguments: [
    // Python, `json.dumps`, Ruby.
    #"environ({'PATH': '/usr/bin', 'PW': 'it\'s a "q" $x', 'MULTI': 'line1\nline2', 'PLAIN': 'abc123'})"#,
    #"{"PATH":"/usr/bin","PW":"it's a \"q\" $x","MULTI":"line1\nline2","PLAIN":"abc123"}"#,
    #"{"PATH"=>"/usr/bin", "PW"=>"it's a \"q\" $x", "MULTI"=>"line1\nline2", "PLAIN"=>"abc123"}"#,
    // Node.
    "{\n  PATH: '/usr/bin',\n  PW: `it's a \"q\" $x`,\n  MULTI: 'line1\\nline2',\n  PLAIN: 'abc123'\n}",
    // `jq -n env`, with escapes that some writers prefer.
    "{\n  \"PATH\": \"/usr/bin\",\n  \"PW\": \"it\\u0027s a \\\"q\\\" $x\",\n  \"MULTI\": \"line1\\nline2\",\n  \"PLAIN\": \"abc123\"\n}",
    // `docker inspect`.
    "  \"Env\": [\n    \"PATH=/usr/bin\",\n    \"PW=it's a \\\"q\\\" $x\",\n    \"MULTI=line1\\nline2\",\n    \"PLAIN=abc123\"\n  ],",
  ])
  func theValuesAreDecoded(log: String) {
    let found = blocks("start\n\(log)\nend\n")
    #expect(found.map(\.kind) == [.object])
    #expect(pairs(found.first) == Self.expected)
  }

  @Test func aValueMayHoldBrackets() {
    let found = blocks(
      #"x={'A': '{"k": [1, {"PA": 2}]}', 'B': 'b', 'PATH': '/bin', 'C': '{', 'D': 'd'}"#)
    #expect(pairs(found.first).map { $0.prefix(1) } == ["A", "B", "P", "C", "D"])
  }

  @Test(arguments: [
    "PATH: '/bin'", "{'PATH': '/bin', 'A': '1'}", "the \"PATH\" is {x}", "\"PATH=/bin\"", "'PATH'",
    "{PATH", "PATH",
  ])
  func lessIsNone(log: String) { #expect(blocks(log).isEmpty) }

  @Test func aTableOfPowerShellIsAnEnvironment() {
    let log = """
      Name                           Value
      ----                           -----
      ALLUSERSPROFILE                C:\\ProgramData
      DB_PASSWORD                    hunter2-x
      LONG                           abc...
      PATH                           C:\\Windows

      Name                           Value
      """
    let found = blocks(log)
    #expect(found.map(\.kind) == [.powerShell])
    #expect(pairs(found.first).contains("DB_PASSWORD=hunter2-x"))
  }

  @Test func aListOfPowerShellIsAnEnvironment() {
    let entries = ["PATH", "DB_PASSWORD", "OS"].map { "Name  : \($0)\nValue : v-\($0)\n" }
    let found = blocks(entries.joined(separator: "\n") + "\ndone\n")
    #expect(found.map(\.kind) == [.powerShell])
    #expect(pairs(found.first) == ["PATH=v-PATH", "DB_PASSWORD=v-DB_PASSWORD", "OS=v-OS"])
  }

  @Test(arguments: [
    "apiVersion: v1\ndata:\n  password: aHVudGVyMi14\n  user: YWRtaW4=\nkind: Secret\nmetadata:\n  name: db\n",
    "kind: Secret\nmetadata:\n  name: db\ndata:\n  password: aHVudGVyMi14\n  user: YWRtaW4=\n",
    "items:\n- apiVersion: v1\n  data:\n    password: aHVudGVyMi14\n    user: YWRtaW4=\n  kind: Secret\n",
    "{\n    \"data\": {\n        \"password\": \"aHVudGVyMi14\",\n        \"user\": \"YWRtaW4=\"\n    },\n    \"kind\": \"Secret\",\n",
  ])
  func theDataOfASecretIsDecoded(log: String) {
    let found = blocks(log)
    #expect(found.map(\.kind) == [.secretData])
    #expect(pairs(found.first) == ["secret password=hunter2-x", "secret user=admin"])
  }

  @Test(arguments: [
    "kind: Secret\n", "kind: SecretList\ndata:\n  a: YQ==\n", "data:\n  a: YQ==\nkind: ConfigMap\n",
    "data:\n  a: YQ==\n---\nkind: Secret\n", "data:\n  a: not base64!\nkind: Secret\n",
  ])
  func otherObjectsHaveNone(log: String) { #expect(blocks(log).isEmpty) }
}
