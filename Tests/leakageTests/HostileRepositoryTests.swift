import Testing

/// A repository whose configuration names the attacker's program wherever git would run one, and that
/// hides its history wherever git lets it. Every blob holds a token.
@Suite struct HostileRepositoryTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    let names = [
      "root", "second", "branch", "merged", "stash", "lost", "staged", "untracked", "elsewhere",
    ]
    for (index, name) in names.enumerated() {
      try box.write("plant/\(name)", Planted.token(UInt64(index)).bytes)
    }
    try box.make(
      #"""
      mkdir marks hooks elsewhere
      cp plant/elsewhere elsewhere/elsewhere
      cat >evil <<END
      #!/bin/sh
      touch $PWD/marks/\$(basename "\$0").\$\$
      exit 1
      END
      chmod +x evil
      for h in pre-commit post-index-change reference-transaction post-checkout; do
        cp evil hooks/$h
      done
      P=$PWD/plant; E=$PWD/evil; B=$PWD
      new r
      cp $P/root .; echo '* -diff' >.gitattributes; commit 2021-01-01 one
      cp $P/second .; commit 2021-01-02 two
      git checkout -q -b hidden; cp $P/branch .; commit 2021-01-03 three
      git checkout -q main; at 2021-01-04; git merge -q --no-commit --no-ff hidden
      cp $P/merged .; git add merged; git commit -q -m merge
      cp $P/stash second; at 2021-01-05; git stash -q
      cp $P/lost .; commit 2021-01-06 lost; git reset -q --hard main~1
      cp $P/staged $P/untracked .; git add staged; echo gone >fetched; git add fetched
      gone=$(git rev-parse :fetched | sed 's,^..,&/,'); rm -f .git/objects/$gone
      printf '* -diff filter=evil diff=evil merge=evil\n' | tee .git/info/attributes >.gitattributes
      git replace $(git rev-parse :root) $(echo nothing | git hash-object -w --stdin)
      git rev-parse HEAD >.git/info/grafts
      git rev-parse HEAD >.git/shallow
      cp $B/hooks/* .git/hooks/
      cat >>.git/config <<END
      [core]
        fsmonitor = $E
        hooksPath = $B/hooks
        pager = $E
        askPass = $E
        sshCommand = $E
        alternateRefsCommand = $E
        repositoryformatversion = 1
        bigFileThreshold = 1
        worktree = $B/elsewhere
      [pager]
        log = $E
        cat-file = $E
      [diff]
        external = $E
      [diff "evil"]
        textconv = $E
        command = $E
      [filter "evil"]
        clean = $E
        smudge = $E
        process = $E
        required = true
      [credential]
        helper = $E
      [gpg]
        program = $E
      [log]
        showSignature = true
        showRoot = false
      [protocol]
        allow = always
      [extensions]
        partialClone = origin
      [remote "origin"]
        url = ext::$E %S
        promisor = true
        partialCloneFilter = blob:none
      END
      """#)
  }

  /// Runs a scan; the first lines of each path with a finding.
  func paths(_ words: String) throws -> Set<String> {
    let run = try box.sh("leakage scan \(words) --as-of 2026-01-01 --format json")
    #expect(run.status == 1, "\(run.complaint)")
    #expect(try box.sh("ls marks").text == "", "\(words)")
    return Set(try run.report().paths)
  }

  @Test func `the traps work on an unprotected git`() throws {
    _ = try box.sh(
      "cd r; git --work-tree=. status; git cat-file -p :fetched; git log -p --ext-diff")
    #expect(try box.sh("ls marks").text != "")
  }

  @Test func `the working tree`() throws {
    #expect(
      try paths("r") == ["root", "second", "branch", "merged", "staged", "untracked"])
  }

  @Test func `the index`() throws {
    #expect(try paths("r --staged") == ["staged"])
  }

  @Test func `the history`() throws {
    let report = try box.sh("leakage scan --history r --as-of 2026-01-01 --format json").report()
    let bases = Dictionary(grouping: report.findings) { $0.age?.basis }.mapValues(\.count)
    #expect(bases == ["author": 5, "unreachable": 2], "\(report.paths)")
    #expect(try box.sh("ls marks").text == "")
    let root = try #require(report.findings.first { $0.path == "root" })
    #expect(root.age?.since?.prefix(10) == "2021-01-01")
    #expect(report.notifications.contains { $0.code == "tampering" })
    // What is missing stands in the index alone; of the history, everything was read.
    #expect(!report.incomplete)
  }

  @Test func `a range`() throws {
    #expect(try paths("r --range main~1..main") == ["branch", "merged"])
  }

  @Test func `the hook`() throws {
    let run = try box.sh("cd r; leakage hook")
    #expect(run.status == 1, "\(run.complaint)")
    #expect(run.text.hasPrefix("staged\n"))
    #expect(try box.sh("ls marks").text == "")
  }
}
