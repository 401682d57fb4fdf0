import Findings
import Pipelines
import Testing

/// Every dialect reads every form of a value.
@Suite struct DialectTableTests {
  /// A dialect's place for variables, and what stands around it.
  struct Host: Sendable, CustomTestStringConvertible {
    let path: String
    let head: String
    let indent: String
    let keyPath: String
    /// Where a script is; `nil` for a dialect without any.
    let script: (head: String, keyPath: String)?

    var testDescription: String { path }
  }

  @Test func theTableIsComplete() throws {
    var missing = Set(Dialect.all.map(\.name))
    for host in Self.hosts {
      missing.remove(try read(host.head + host.indent + "A: b\n", path: host.path).dialect.name)
    }
    #expect(missing == [])
  }

  private func check(_ host: Host, _ lines: String, _ expected: [String], _ texts: [String]) throws
  {
    let body = lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : host.indent + $0 }.joined(separator: "\n")
    let reading = try expect(
      host.head + body + "\n", path: host.path,
      expected.map { line in
        line.replacing("@", with: host.keyPath)
      })
    let marked = MarkedText(host.head + body + "\n")
    let found = marked.ranges.map { range in
      reading.assignments.first { $0.range == range }?.text ?? ""
    }
    #expect(found == texts)
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: hosts)
  func literals(_ host: Host) throws {
    try check(
      host,
      """
      PLAIN: «hunter2»
      DOUBLE: "«hunter \\"2\\"»"
      SINGLE: '«it''s»' # why
      NUMBER: «12345»
      FLAG: «true»
      ÜBER: «naïve»
      """,
      [
        "literal PLAIN @.PLAIN", "literal DOUBLE @.DOUBLE", "literal SINGLE @.SINGLE",
        "literal NUMBER @.NUMBER", "literal FLAG @.FLAG", "literal ÜBER @.ÜBER",
      ], ["hunter2", "hunter \"2\"", "it's", "12345", "true", "naïve"])
  }

  @Test(arguments: hosts)
  func references(_ host: Host) throws {
    try check(
      host,
      """
      A: «${{ secrets.X }}»
      B: '«$DB_PASSWORD»'
      C: "«((vault:a.b))»"
      D: «op://vault/item/field»
      E: «{{ template }}»
      F: !Ref «Password»
      """,
      ["A", "B", "C", "D", "E", "F"].map { "reference \($0) @.\($0)" },
      [
        "${{ secrets.X }}", "$DB_PASSWORD", "((vault:a.b))", "op://vault/item/field",
        "{{ template }}", "Password",
      ])
  }

  @Test(arguments: hosts)
  func encryptedAndMasked(_ host: Host) throws {
    try check(
      host,
      """
      A: «ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]»
      B: !vault |
        «$ANSIBLE_VAULT;1.1;AES256
        6162»
      C: '«***»'
      D: !vault «plaintext»
      """,
      ["encrypted A @.A", "encrypted B @.B", "masked C @.C", "literal D @.D"],
      [
        "ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]", "$ANSIBLE_VAULT;1.1;AES256\n6162\n", "***",
        "plaintext",
      ])
  }

  @Test(arguments: hosts)
  func mixed(_ host: Host) throws {
    try check(
      host,
      """
      A: ${X:-«hunter2»}
      B: ${{ secrets.X || '«hunter2»' }}
      C: «user:pw»${{ env.X }}
      D: "«Bearer» $TOKEN\\t"
      """,
      ["A", "B", "C", "D"].map { "mixed \($0) @.\($0)" },
      ["hunter2", "hunter2", "user:pw", "Bearer"])
  }

  @Test(arguments: hosts)
  func blocks(_ host: Host) throws {
    try check(
      host,
      """
      KEY: |
        «one

          two»

      FOLDED: >-
        «one
        two»
      PAIRS: |
        # for the build
        USER=«me»
        export PASSWORD="«hunter2»"
      """,
      [
        "literal KEY @.KEY", "literal FOLDED @.FOLDED", "literal USER @.PAIRS.USER",
        "literal PASSWORD @.PAIRS.PASSWORD",
      ], ["one\n\n  two\n", "one two", "me", "hunter2"])
  }

  @Test(arguments: hosts)
  func anchorsAndFlow(_ host: Host) throws {
    try check(
      host,
      """
      A: &a «hunter2»
      B: *a
      <<: *b
      C: {D: «x», E: [«y», "«z»"]}
      """,
      ["literal A @.A", "literal D @.C.D", "literal E @.C.E[0]", "literal E @.C.E[1]"],
      ["hunter2", "x", "y", "z"])
  }

  @Test(arguments: hosts)
  func lists(_ host: Host) throws {
    try check(
      host,
      """
      - USER=«me»
      - "PASSWORD=«hun ter2»"
      - 'QUOTED="«x»"'
      - TOKEN=«$TOKEN»
      - HOST=${HOST:-«local»}
      - EMPTY=
      """,
      [
        "literal USER @.USER", "literal PASSWORD @.PASSWORD", "literal QUOTED @.QUOTED",
        "reference TOKEN @.TOKEN", "mixed HOST @.HOST",
      ], ["me", "hun ter2", "x", "$TOKEN", "local"])
  }

  @Test(arguments: hosts)
  func missingValues(_ host: Host) throws {
    let reading = try read(
      host.head
        + ["A:", "B: ~", "C: null", "D: ''", "E: |", "F: \"  \"", "G: {}", "H: []"]
        .map { host.indent + $0 + "\n" }.joined(), path: host.path)
    let names = Set(["A", "B", "C", "D", "E", "F", "G", "H"])
    #expect(reading.assignments.filter { names.contains($0.name) }.isEmpty)
  }

  @Test(arguments: hosts)
  func scripts(_ host: Host) throws {
    guard let (head, keyPath) = host.script else { return }
    try expect(
      head + " |\n          export A=«x»\n          B='«y z»' make # C=c\n", path: host.path,
      ["literal A \(keyPath)", "literal B \(keyPath)"])
    try expect(
      head + " PGPASSWORD=«hunter2» psql -h $HOST\n", path: host.path,
      ["literal PGPASSWORD \(keyPath)"])
    try expect(
      head + " \"A=\\\"«x y»\\\" B=«$C» make\"\n", path: host.path,
      ["literal A \(keyPath)", "reference B \(keyPath)"])
  }
}
