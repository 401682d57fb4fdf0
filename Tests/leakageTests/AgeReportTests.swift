import Testing

/// What a report says of an age beside its date.
@Suite struct AgeReportTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  private func age(_ options: String = "") throws -> ReportReading.Age {
    let run = try box.sh("leakage scan r --as-of 2026-01-01 --format json \(options)")
    return try #require(try run.report().findings.first?.age)
  }

  @Test func `in how many files, commits and branches a value stands`() throws {
    try box.write("r/a.yml", Planted.token(1).bytes)
    try box.make(
      """
      cd r; git init -q -b main; commit 2021-01-01 one
      cp a.yml b.yml; commit 2021-02-01 two
      git checkout -q -b clean; git rm -q a.yml b.yml; commit 2021-03-01 clean
      git checkout -q -b kept main; rm b.yml; commit 2021-04-01 three
      git update-ref refs/remotes/origin/kept kept; git update-ref refs/remotes/origin/other main
      git checkout -q main
      """)
    for options in ["", "--no-cache", "--history"] {
      let age = try age(options)
      #expect(age.files == 2, "\(options)")
      #expect(age.commits == 3, "\(options)")
      // main, kept (also a remote's) and other; not clean.
      #expect(age.branches == 3, "\(options)")
      #expect(age.touched?.authorDate.hasPrefix("2021-04-01") == true, "\(options)")
    }
    try box.make("git clone -q --depth 1 \"file://$PWD/r\" s; rm -r r; mv s r")
    #expect(try age().commits == nil && age().lowerBound)
  }

  @Test func `who wrote it, by choice`() throws {
    try box.write("r/a.yml", Planted.token(1).bytes)
    try box.make(
      """
      cd r; git init -q -b main; commit 2021-01-01 one
      echo '# x' >>a.yml; export GIT_AUTHOR_NAME="$(printf 'Bo \\033[31m')" GIT_AUTHOR_EMAIL=BO@example.org
      commit 2022-01-01 two
      """)
    #expect(try age().firstAuthor == nil && age("--authors none").lastAuthor == nil)
    let full = try age("--authors full")
    #expect(full.firstAuthor == "Ann <ann@example.org>")
    #expect(full.lastAuthor?.hasSuffix("<BO@example.org>") == true)
    let hashed = try age("--authors hash")
    #expect(
      hashed.firstAuthor?.hasPrefix("author-") == true && hashed.firstAuthor?.utf8.count == 19)
    #expect(hashed.firstAuthor != hashed.lastAuthor)
    try box.write("key", "0123456789abcdefg")
    let keyed = try age("--authors hash --fingerprint-key-file key")
    #expect(
      keyed.firstAuthor?.hasPrefix("author-") == true && keyed.firstAuthor != hashed.firstAuthor)
    let text = try box.sh("leakage scan r --as-of 2026-01-01 --authors full").text
    #expect(text.contains("written by Ann"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("2099-01-01", "2021-01-01", "2021-01-01", "committer", true),
    ("2001-01-01", "2021-01-01", "2021-01-01", "committer", true),
    ("2020-01-01", "2021-01-01", "2020-01-01", "author", false),
    ("2021-06-01", "2021-01-01", "2021-01-01", "committer", true),
    ("2001-01-01", "2001-01-01", "2001-01-01", "committer", true),
  ])
  func `dates that cannot be are told`(
    _ author: String, _ committer: String, _ since: String, _ basis: String, _ isSuspect: Bool
  ) throws {
    try box.write("r/a.yml", Planted.token(1).bytes)
    try box.make(
      """
      cd r; git init -q -b main; git add -A
      export GIT_AUTHOR_DATE=\(author)T10:00:00Z GIT_COMMITTER_DATE=\(committer)T10:00:00Z
      git commit -q -m one
      """)
    let age = try age()
    #expect(age.since?.prefix(10) == since[...] && age.basis == basis && age.suspect == isSuspect)
  }

  @Test func `the mean interval of rotations`() throws {
    for (day, value) in [("2021-01-01", "a"), ("2021-03-02", "b"), ("2021-05-01", "c")] {
      try box.write(
        "r/.github/workflows/ci.yml",
        "on: push\njobs: {a: {env: {DB_PASSWORD: hunter-Zebra-\(value)9}}}\n")
      try box.make("cd r; [ -d .git ] || git init -q -b main; commit \(day) x")
    }
    let run = try box.sh("leakage scan r --as-of 2026-01-01 --format json")
    let rotation = try #require(try run.report().findings.first?.rotation)
    #expect(rotation.count == 2 && rotation.meanDays == 60)
    #expect(rotation.last.authorDate.hasPrefix("2021-05-01"))
  }
}
