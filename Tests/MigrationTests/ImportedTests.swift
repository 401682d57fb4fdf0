import Testing

@testable import Migration

@Suite struct ImportedTests {
  private func read(_ text: String, _ name: String) throws -> Imported {
    try #require(try Imported.read(Array(text.utf8), name: name, taken: ["taken"]))
  }

  @Test(
    arguments: [
      ("(?i)a([0-9]+)b(c)", nil, "(?i)a(?<secret>[0-9]+)b(c)"), ("a(b)(c)", 2, "a(b)(?<secret>c)"),
      ("abc", nil, "(?<secret>abc)"), ("abc", 0, "(?<secret>abc)"),
      ("a(?P<x>b)", 1, "a(?<secret>b)"),
      ("[(](a)", nil, "[(](?<secret>a)"), (#"\((a)"#, nil, #"\((?<secret>a)"#),
      ("(?:a)([])(](b))", 1, "(?:a)(?<secret>[])(](b))"), ("a(b)", 3, nil),
      ("(?<=x)(?i:y)(z)", nil, "(?<=x)(?i:y)(?<secret>z)"),
    ] as [(String, Int?, String?)])
  func patternsNameTheirSecret(_ source: String, _ group: Int?, _ expected: String?) {
    #expect(RE2Pattern.converted(source, secretGroup: group) == expected)
  }

  @Test func rulesAndAllowlistsOfGitleaks() throws {
    let imported = try read(
      """
      [extend]
      useDefault = true
      disabledRules = ["aws-access-token"]
      [[rules]]
      id = "taken"
      description = "Our token"
      regex = '''our_([a-z]{8})'''
      keywords = ["our_"]
      entropy = 3.5
      tags = ["x"]
      [[rules.allowlists]]
      condition = "AND"
      paths = ['''\\.md$''', '''^doc/''']
      stopwords = ["example", "a.b"]
      [[rules]]
      id = "bare"
      regex = "[0-9]{9}"
      [[rules]]
      id = "paths only"
      path = "x"
      [allowlist]
      regexTarget = "line"
      regexes = ["x"]
      commits = ["abc"]
      paths = ["vendor/"]
      """, "x/.gitleaks.toml")
    #expect(imported.rules.map(\.id) == ["taken-imported"])
    #expect(imported.rules[0].pattern == "our_(?<secret>[a-z]{8})")
    #expect(
      imported.allowances.map(\.pathPattern) == ["(?:\\.md$)|(?:^doc/)", "vendor/"])
    #expect(imported.allowances.map(\.value) == ["(?i)(?:example|a\\.b)", nil])
    #expect(imported.allowances.map(\.rule) == ["taken-imported", nil])
    let remarks = imported.remarks.map { "\($0.place.split(separator: ":").last ?? "") \($0.text)" }
    for text in [
      "2 extend.useDefault", "3 extend.disabledRules", "5 rule taken: is called taken-imported",
      "16 rule bare: has no keyword", "19 rule paths only: has no regex",
      "23 allowlist: patterns for the line", "24 allowlist: commits",
    ] {
      #expect(remarks.contains { $0.hasPrefix(text) }, "\(text) in \(remarks)")
    }
  }

  @Test func acceptedFindings() throws {
    let commit = String(repeating: "a1", count: 20)
    let lines = try read(
      "# x\n\(commit):a:b.txt:some-rule:7\r\nc.txt:r:1\n\n", "x.gitleaksignore")
    #expect(
      lines.known == [
        .line(path: "a:b.txt", line: 7, commit: commit), .line(path: "c.txt", line: 1, commit: nil),
      ])
    #expect(throws: MigrationError.self) { try read("abc\n", ".gitleaksignore") }
    let hash = String(repeating: "0f", count: 20)
    let baseline = try read(
      """
      {"version": "1.5.0", "plugins_used": [{"name": "X", "limit": 4.5}],
       "filters_used": [
         {"path": "detect_secrets.filters.regex.should_exclude_file", "pattern": ["^a\\\\.lock$"]},
         {"path": "detect_secrets.filters.regex.should_exclude_line", "pattern": ["x"]},
         {"path": "file://own.py::check"}],
       "results": {"src/a.py": [{"type": "Secret Keyword", "filename": "src/a.py",
         "hashed_secret": "\(hash)", "is_verified": false, "line_number": 3}]},
       "generated_at": "2026-01-01T00:00:00Z"}
      """, ".secrets.baseline")
    #expect(baseline.known == [.hash(path: "src/a.py", sha1: hash)])
    #expect(baseline.allowances.map(\.pathPattern) == ["^a\\.lock$"])
    #expect(baseline.remarks.count == 2)
    #expect(throws: MigrationError.self) { try read("{\"results\": [", ".secrets.baseline") }
    #expect(try Imported.read([], name: "x.txt", taken: []) == nil)
  }
}
