import Testing

@Suite struct ConfigurationTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.write("src/a.txt", Planted.token(1).bytes)
    try box.write("tests/b.txt", Planted.token(2).bytes)
  }

  @Test(arguments: [
    ("allow: [\n", ":2:1: "), ("bogus: 1\n", ":1:1: "), ("allow:\n  - reason: x\n", ":2:5: "),
    ("allow: 3\n", ":1:8: "), ("- a\n", ":1:1: "), ("allow:\n  - rule: [a]\n", ":2:11: "),
    ("allow:\n\t- x\n", ":2:1: "),
  ])
  func `a broken configuration is 2 and says where`(_ text: String, _ place: String) throws {
    try box.write(".leakage.yml", text)
    let run = try box.sh("leakage scan src")
    #expect(run.status == 2)
    #expect(run.complaint.hasPrefix("leakage: .leakage.yml\(place)"), "\(run.complaint)")
    #expect(run.output.isEmpty)
    #expect(try box.sh("leakage scan src --config .leakage.yml").status == 2)
  }

  @Test(arguments: ["mkdir .leakage.yml", "mkfifo .leakage.yml", "ln -s /dev/zero .leakage.yml"])
  func `a configuration that is no file is 2, not no configuration`(_ script: String) throws {
    try box.make(script)
    let run = try box.sh("timeout 20 leakage scan src")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.complaint == "leakage: .leakage.yml: is no regular file\n")
  }

  @Test func `a missing configuration is 2 if it is named`() throws {
    let run = try box.sh("leakage scan src --config nosuch.yml")
    #expect(run.status == 2)
    #expect(run.complaint.contains("nosuch.yml: "))
    #expect(try box.sh("leakage scan src").status == 1)
  }

  @Test func `an allowance strikes out`() throws {
    try box.write(".leakage.yml", "allow:\n  - path: tests/**\n    reason: made up\n")
    let run = try box.sh("leakage scan . --format json")
    #expect(try run.report().paths == ["src/a.txt"])
    try box.write("other.yml", "allow:\n  - rule: gitlab-access-token\n  - rule: url-credentials\n")
    #expect(try box.sh("leakage scan . --config other.yml").status == 0)
    try box.write("empty.yml", "# nothing\n")
    #expect(try box.sh("leakage scan . --config empty.yml").status == 1)
  }

  @Test func `a comment on the line allows, unless it is ignored`() throws {
    let planted = try Planted(
      "a = «glpat-{base62:20}» # leakage:allow gitlab-access-token reason=\"dead\"\n")
    try box.write("c/a.txt", planted.bytes)
    #expect(try box.sh("leakage scan c").status == 0)
    #expect(try box.sh("leakage scan c --no-inline-allow").status == 1)
  }

  @Test func `a private key makes fingerprints of values`() throws {
    try box.write("key", "0123456789abcdef")
    let keyed = try box.sh("leakage scan src --fingerprint-key-file key --format json")
    #expect(keyed.text.contains("\"secretFingerprint\""))
    let same = try box.sh(
      "leakage scan src --format json", environment: ["LEAKAGE_FINGERPRINT_KEY=0123456789abcdef"])
    #expect(same.text.contains("\"secretFingerprint\""))
    #expect(!(try box.sh("leakage scan src --format json").text.contains("secretFingerprint")))
    try box.write("short", "0123456789abcde")
    let short = try box.sh("leakage scan src --fingerprint-key-file short")
    #expect(short.status == 2)
    #expect(short.complaint == "leakage: short: a key needs at least 16 bytes\n")
  }
}
