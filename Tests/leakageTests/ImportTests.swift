import Testing

/// What other scanners were told is carried over, and what cannot be is explained.
@Suite struct ImportTests {
  let box: Sandbox

  init() throws { box = try Sandbox() }

  @Test func `gitleaks: rules, allowlists and accepted lines`() throws {
    try box.write("r/src/a.txt", Planted.token(1).bytes)
    try box.write("r/src/b.txt", [0x0A] + Planted.token(2).bytes)
    try box.write("r/vendor/c.txt", Planted.token(3).bytes)
    try box.write("r/old.txt", Planted.token(4).bytes)
    try box.make("cd r; git init -q -b main; commit 2026-01-01 one; git rm -q old.txt")
    try box.write("r/own.txt", try Planted("key: «acme-{hex:20}»\n").bytes)
    try box.write(
      "r/.gitleaks.toml",
      """
      [[rules]]
      id = "acme"
      description = "Acme's key"
      regex = '''acme-[0-9a-f]{20}'''
      keywords = ["acme"]
      [[rules]]
      id = "nothing"
      regex = "[a-z]+"
      [allowlist]
      paths = ['''^vendor/''']
      """)
    try box.make(
      """
      cd r
      printf '%s:old.txt:gitlab-pat:1\\nsrc/b.txt:gitlab-pat:2\\nsrc/b.txt:gitlab-pat:9\\n' \
        $(git rev-parse HEAD) > .gitleaksignore
      commit 2026-01-02 two
      """)
    let run = try box.sh("cd r; leakage import .gitleaks.toml .gitleaksignore")
    #expect(run.status == 0, "\(run.complaint)")
    #expect(run.text.contains(".gitleaks.toml: 1 rule, 1 allowance\n"))
    #expect(run.text.contains("2 of 3 accepted findings were found again\n"))
    #expect(run.text.contains("not found: src/b.txt:9\n"))
    #expect(run.text.contains("  .gitleaks.toml:7: rule nothing: has no keyword"))
    let report = try box.sh("cd r; leakage scan --format json").report()
    #expect(
      report.findings.map { "\($0.path) \($0.rule) \($0.baselineState ?? "")" } == [
        "own.txt acme new", "src/a.txt gitlab-access-token new",
        "src/b.txt gitlab-access-token unchanged",
      ])
    #expect(report.suppressions.map(\.source) == [".leakage.yml:5"])
    let history = try box.sh("cd r; leakage scan --history --format json").report()
    #expect(history.findings.first { $0.path == "old.txt" }?.baselineState == "unchanged")
    let again = try box.sh("cd r; leakage import .gitleaks.toml")
    #expect(again.status == 2 && again.complaint.contains(".leakage.yml: is there"))
  }

  @Test func `detect-secrets: accepted hashes and excluded files`() throws {
    try box.write("r/a.py", "db_password = \"kumquat-Tango-17\"\n")
    try box.write("r/b.py", "db_password = \"kumquat-Tango-18\"\n")
    try box.make(
      """
      cd r; hash=$(printf kumquat-Tango-17 | sha1sum | cut -c1-40)
      cat > .secrets.baseline <<END
      {"version": "1.5.0", "filters_used": [
          {"path": "detect_secrets.filters.regex.should_exclude_file", "pattern": ["^b"]}],
        "results": {
          "a.py": [{"type": "Secret Keyword", "hashed_secret": "$hash", "line_number": 1}],
          "gone.py": [{"type": "x", "hashed_secret": "$hash", "line_number": 1}]}}
      END
      leakage import .secrets.baseline > out
      """)
    #expect(String(decoding: box.read("r/out"), as: UTF8.self).contains("1 of 2 accepted"))
    let report = try box.sh("cd r; rm .secrets.baseline; leakage scan --format json").report()
    #expect(report.paths == ["a.py"] && report.findings[0].baselineState == "unchanged")
  }

  @Test func `a broken file is 2 and has its place`() throws {
    try box.write("a.toml", "[[rules]]\nid = x\n")
    let run = try box.sh("leakage import a.toml")
    #expect(run.status == 2)
    #expect(run.complaint.hasPrefix("leakage: a.toml:2:7: error: expected a value"))
    #expect(try box.sh("touch b.txt; leakage import b.txt").status == 2)
    #expect(try box.sh("leakage import nosuch.toml").status == 2)
  }
}
