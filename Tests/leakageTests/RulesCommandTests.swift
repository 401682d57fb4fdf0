import Testing

@Suite struct RulesCommandTests {
  let box: Sandbox

  init() throws { box = try Sandbox() }

  @Test func `the list has a line a rule and their number`() throws {
    let run = try box.sh("leakage rules list")
    #expect(run.status == 0)
    let lines = run.text.split(separator: "\n")
    #expect(lines.last == "\(lines.count - 1) rules")
    #expect(
      lines.contains { $0.hasPrefix("generic-password ") && $0.hasSuffix(" error    Password") })
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `each rule has a page`() throws {
    let run = try box.sh(
      """
      leakage rules list | head -n -1 | while read -r id severity name; do
        leakage rules show "$id" >page || echo "$id fails"
        for word in "$name" "($id)" "severity     $severity" revoke instead CWE-; do
          grep -qF "$word" page || echo "$id lacks $word"
        done
      done
      leakage rules show generic-password
      """)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("Password  (generic-password)\n"))
    #expect(run.text.contains("lifetime     until rotated\n"))
  }

  @Test func `an unknown id is 2`() throws {
    let run = try box.sh("leakage rules show nosuch")
    #expect(run.status == 2)
    #expect(run.complaint.contains("nosuch"))
    #expect(run.output.isEmpty)
  }

  static let sound = """
    provider: Acme
    rules:
      - id: acme-token
        name: Acme token
        summary: A token of Acme.
        severity: error
        confidence: high
        keywords: [acme_]
        pattern: '(?<secret>acme_[a-z0-9]{20})(?![a-z0-9])'
        lifetime: {kind: static}
        prefix: 4
        revoke: Ask Acme.
        replace: Use OIDC.
        examples: ['token = «acme_{hex:20}»', 'set --token «acme_{hex:20}»']
        counterexamples: ['token = acme_{hex:10}']

    """

  @Test func `the rules that are built in are sound`() throws {
    let run = try box.sh("leakage rules check")
    #expect(run.status == 0)
    #expect(run.text.wholeMatch(of: /[0-9]+ rules: sound\n/) != nil)
    #expect(run.errors.isEmpty)
  }

  @Test func `a sound file passes`() throws {
    try box.write("acme.yml", Self.sound)
    let run = try box.sh("leakage rules check acme.yml")
    #expect(run.status == 0, "\(run.complaint)")
    #expect(run.text == "1 rule: sound\n")
  }

  @Test(arguments: [
    ("acme-token", "acme token", "rules.yml:3:9: "), ("severity: error", "severity: bad", ":6:"),
    ("(?<secret>", "(?<secret>(", ":9:"), ("    name: Acme token\n", "", ":3:"),
    ("rules:", "rules: [", "rules.yml:"),
  ])
  func `a broken file is 2 and says where`(_ old: String, _ new: String, _ place: String) throws {
    try box.write("rules.yml", Self.sound.replacing(old, with: new))
    let run = try box.sh("leakage rules check rules.yml")
    #expect(run.status == 2)
    #expect(run.complaint.contains("rules.yml:"), "\(run.complaint)")
    #expect(run.complaint.contains(place), "\(run.complaint)")
    #expect(run.output.isEmpty)
  }

  @Test func `an example that does not match is a problem`() throws {
    try box.write(
      "rules.yml", Self.sound.replacing("--token «acme_{hex:20}»", with: "--token «acme_{hex:19}»"))
    let run = try box.sh("leakage rules check rules.yml")
    #expect(run.status == 2)
    #expect(run.complaint.contains("acme-token"))
    #expect(run.complaint.hasSuffix("leakage: 1 problem in 1 rule\n"), "\(run.complaint)")
  }

  @Test func `two rules with one id are a mistake, also in two files`() throws {
    try box.write("a.yml", Self.sound)
    try box.write("b.yml", Self.sound)
    let run = try box.sh("leakage rules check a.yml b.yml")
    #expect(run.status == 2)
    #expect(run.complaint.contains("acme-token"))
  }

  @Test func `a missing file is 2 and named`() throws {
    let run = try box.sh("leakage rules check nosuch.yml")
    #expect(run.status == 2)
    #expect(run.complaint.contains("nosuch.yml"))
  }
}
