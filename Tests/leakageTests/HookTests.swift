import Testing

/// leakage as what it is most often: the pre-commit hook of a real repository.
@Suite struct HookTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.write("token", Planted.token(1).bytes)
    try box.write("allowed", Planted("a = «glpat-{base62:20}» # leakage:allow\n", seed: 2).bytes)
    try box.make(
      """
      new r
      printf '#!/bin/sh\\nexec leakage hook\\n' >.git/hooks/pre-commit
      chmod +x .git/hooks/pre-commit
      """)
  }

  func commit(_ script: String) throws -> Outcome {
    try box.sh("cd r; " + script + "; s=$?; git rev-list --count --all; exit $s")
  }

  @Test func `a staged secret stops the first commit and any other`() throws {
    let first = try commit("cp ../token a; git add a; git commit -qm one")
    #expect(first.status == 1)
    #expect(first.text.hasSuffix("0\n"))
    let said = first.text + first.complaint
    for word in ["a\n", "1:21", "GitLab access token", "leakage:allow gitlab-access-token"] {
      #expect(said.contains(word), "\(word): \(said)")
    }
    let second = try commit(
      """
      git reset -q; mv a ../kept; echo fine >b; git add b; git commit -qm one
      mv ../kept a; git add a; git commit -qm two
      """)
    #expect(second.status == 1)
    #expect(second.text.hasSuffix("1\n"))
  }

  @Test func `what cannot be scanned in full stops, unless allowed`() throws {
    let half = Packing.gzip(Array("nothing here\n".utf8)).dropLast(12)
    try box.write("r/half.gz", Array(half))
    let run = try commit("git add half.gz; git commit -qm one")
    #expect(run.text.hasSuffix("0\n"))
    #expect((run.text + run.complaint).contains("leakage hook --incomplete ok"))
    let hook = "printf '#!/bin/sh\\nexec leakage hook --incomplete ok\\n' >.git/hooks/pre-commit"
    #expect(try commit("\(hook); git commit -qm one").text.hasSuffix("1\n"))
  }

  @Test func `a clean commit passes and is not talked about`() throws {
    let run = try commit("echo fine >a; git add a; git commit -qm one")
    #expect(run.status == 0)
    #expect(run.text == "1\n")
    #expect(run.errors.isEmpty, "\(run.complaint)")
  }

  @Test func `what is only in the working tree does not stop a commit`() throws {
    let run = try commit(
      "echo fine >a; git add a; cat ../token >>a; cp ../token untracked; git commit -qm one")
    #expect(run.status == 0, "\(run.text)")
  }

  @Test func `what is staged counts, whatever the working tree says`() throws {
    let run = try commit("cp ../token a; git add a; echo fine >a; git commit -qm one")
    #expect(run.status == 1)
  }

  @Test func `commit -a is seen through its own index`() throws {
    let run = try commit(
      "echo fine >a; git add a; git commit -qm one; cat ../token >>a; git commit -qam two")
    #expect(run.status == 1)
    #expect(run.text.hasSuffix("1\n"))
  }

  @Test func `commit of a path is seen through its own index`() throws {
    let run = try commit(
      """
      echo fine >a; echo fine >b; git add a b; git commit -qm one
      cat ../token >>a; echo more >>b; git add b
      git commit -qm two -- b && git commit -qm three -- a
      """)
    #expect(run.status == 1)
    #expect(run.text.hasSuffix("2\n"))
  }

  @Test func `commit -p is seen through its own index`() throws {
    let run = try commit(
      """
      echo fine >a; git add a; git commit -qm one; cat ../token >>a
      printf 'y\\n' | git commit -qpm two
      """)
    #expect(run.status == 1)
    #expect(run.text.hasSuffix("1\n"))
  }

  @Test func `an index elsewhere is not believed`() throws {
    let run = try box.sh(
      """
      cd r; cp ../token a; git add a
      GIT_INDEX_FILE=$BOX/tmp/empty git read-tree --empty
      GIT_INDEX_FILE=$BOX/tmp/empty leakage hook
      """)
    #expect(run.status == 2)
    #expect(run.complaint.contains("outside the git directory"))
  }

  @Test func `a comment lets it pass`() throws {
    #expect(try commit("cp ../allowed a; git add a; git commit -qm one").status == 0)
  }

  @Test func `a commit that takes a secret away passes`() throws {
    let run = try commit(
      """
      cp ../token a; git add a; git commit -q --no-verify -m one
      git rm -q a; echo fine >b; git add b; git commit -qm two
      """)
    #expect(run.status == 0, "\(run.text)")
  }

  @Test func `a rename alone does not pass for new, but is scanned`() throws {
    let run = try commit(
      "cp ../token a; git add a; git commit -q --no-verify -m one; git mv a b; git commit -qm two")
    #expect(run.status == 1)
  }

  @Test func `from a folder of the repository, and from a linked worktree`() throws {
    let run = try commit(
      """
      mkdir deep; echo fine >deep/a; git add -A; git commit -qm one
      cat ../token >>deep/a; git add -A; cd deep; git commit -qm two
      """)
    #expect(run.status == 1)
    let linked = try commit(
      """
      git reset -q --hard; git worktree add -q ../linked -b linked; cd ../linked
      cat ../token >>deep/a; git add -A; git commit -qm two
      """)
    #expect(linked.status == 1)
    #expect(linked.text.hasSuffix("1\n"), "\(linked.text)")
  }

  @Test func `outside a repository is 2`() throws {
    let run = try box.sh("leakage hook")
    #expect(run.status == 2)
    #expect(run.complaint.contains("git repository"))
  }
}
