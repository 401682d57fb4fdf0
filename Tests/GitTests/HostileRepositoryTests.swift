import Findings
import Testing

@testable import Git

/// A repository whose configuration names the attacker's program wherever git would run one.
@Suite struct HostileRepositoryTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.sh(
      #"""
      mkdir marks hooks
      cat > evil <<'END'
      #!/bin/sh
      touch "$(dirname "$0")/marks/$(basename "$0").$$"
      exit 1
      END
      chmod +x evil
      for h in post-index-change reference-transaction pre-auto-gc post-checkout; do
        cp evil hooks/$h; sed -i 's,$(dirname "$0"),&/..,' hooks/$h
      done
      new r; E=$PWD/../evil
      echo planted-root > root; echo '* -diff' > .gitattributes; commit 2021-01-01 one
      echo planted-second > second; commit 2021-01-02 two
      git checkout -q -b hidden; echo planted-branch > branch; commit 2021-01-03 three
      git checkout -q main; at 2021-01-04; git merge -q --no-commit --no-ff hidden
      echo planted-merge > merged; git add merged; git commit -q -m merge
      echo planted-stash > root; at 2021-01-05; git stash -q
      echo planted-lost > lost; commit 2021-01-06 lost
      lost=$(git rev-parse main:lost); git reset -q --hard main~1
      echo planted-index > staged; git add staged; echo gone > fetched; git add fetched
      echo planted-untracked > untracked
      printf '* -diff filter=evil diff=evil merge=evil\n' > .gitattributes
      printf '* -diff filter=evil diff=evil\n' > .git/info/attributes
      rm -f $(loose :fetched)
      mkdir -p .git/hooks; cp ../hooks/* .git/hooks/
      cat >> .git/config <<END
      [core]
        fsmonitor = $E
        hooksPath = $PWD/../hooks
        pager = $E
        editor = $E
        askPass = $E
        sshCommand = $E
        gitProxy = $E
        alternateRefsCommand = $E
        untrackedCache = true
        repositoryformatversion = 1
      [pager]
        log = $E
        cat-file = $E
        ls-files = $E
        diff-tree = $E
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
      [merge "evil"]
        driver = $E
      [credential]
        helper = $E
      [gpg]
        program = $E
      [gpg "ssh"]
        program = $E
        defaultKeyCommand = $E
      [log]
        showSignature = true
        showRoot = false
      [alias]
        cat-file = !$E
        ls-files = !$E
      [protocol]
        allow = always
      [protocol "ext"]
        allow = always
      [extensions]
        partialClone = origin
      [remote "origin"]
        url = ext::$E %S
        promisor = true
        partialCloneFilter = blob:none
        uploadpack = $E
        vcs = evil
      [submodule]
        recurse = true
      [interactive]
        diffFilter = $E
      END
      """#)
  }

  var marks: [String] {
    FileSystem.names(in: box.path("marks")).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `the traps work on an unprotected git`() throws {
    try box.sh("git -C r status >/dev/null 2>&1 || true")
    #expect(!marks.isEmpty)
    try box.sh("rm -f marks/*; git -C r cat-file -p :fetched >/dev/null 2>&1 || true")
    #expect(!marks.isEmpty)
    try box.sh("rm -f marks/*; git -C r log -p --ext-diff >/dev/null 2>&1 || true")
    #expect(!marks.isEmpty)
  }

  @Test func `no program runs, and everything planted is read`() throws {
    let repository = try box.open("r")
    var seen: Set<String> = []

    let tree = try #require(try repository.workingTree())
    #expect(tree.untracked == [Path("untracked")])
    #expect(tree.tracked.map(\.path).contains(Path("root")))

    var reader = BatchReader(repository)
    let entries = try repository.indexEntries()
    let staged = try repository.stagedChanges()
    #expect(staged.map(\.path) == [Path("fetched"), Path("staged")])
    let inIndex = try readAll(&reader, entries.map(\.id))
    #expect(inIndex[staged[0].id]?.last == .missing)
    seen.formUnion(inIndex.values.map { String(decoding: $0.bytes, as: UTF8.self) })
    #expect(seen.contains("planted-index\n"))

    let listing = try repository.objects()
    let blobs = try readAll(&reader, listing.blobs.map(\.id))
    seen.formUnion(blobs.values.map { String(decoding: $0.bytes, as: UTF8.self) })
    for name in ["root", "second", "branch", "merge", "stash", "lost", "index"] {
      #expect(seen.contains("planted-\(name)\n"), "\(name)")
    }

    let (commits, walk) = try history(repository)
    #expect(walk.problems == [])
    let dated = try contents(repository, commits)
    for name in ["root", "second", "branch", "merge", "stash"] {
      #expect(dated.contains("planted-\(name)\n"), "\(name)")
    }

    var ranged = 0
    _ = try repository.commits(in: "main~2..main") { _ in
      ranged += 1
      return true
    }
    #expect(ranged > 0)
    #expect(try repository.headTree()?.entries.count == 5)
    #expect(try repository.headCommit() != nil)
    #expect(try repository.readBlob(at: "main", path: Path("root")) == Array("planted-root\n".utf8))
    #expect(try repository.authors(of: commits.map(\.id)).count == commits.count)
    #expect(try repository.objectFormat() == .sha1)
    _ = try repository.historyState()
    _ = reader.takeComplaints()

    #expect(marks == [])
  }
}
