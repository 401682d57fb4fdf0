import Testing

/// What is kept in the git directory makes the next run faster, and changes nothing else.
@Suite struct AgeCacheTests {
  let box: Sandbox
  let planted: Planted

  init() throws {
    box = try Sandbox()
    planted = try Planted.token(1)
    try box.write("r/old/deploy.yml", planted.bytes)
    try box.make("cd r; git init -q -b main; commit 2023-01-01 one")
    try box.make(
      """
      cd r; git mv old/deploy.yml deploy.yml
      printf 'on: push\njobs: {a: {env: {DB_PASSWORD: hunter-Zebra-9}}}\n' >ci.yml
      mkdir -p .github/workflows; mv ci.yml .github/workflows/; commit 2024-01-01 two
      """)
  }

  private func scan(_ options: String = "", _ before: String = ":") throws -> Outcome {
    try box.sh("\(before); leakage scan r --as-of 2026-01-01 --format json \(options)")
  }

  private var kept: String { "r/.git/leakage/ages" }

  @Test func `the second run reads no history and says the same`() throws {
    let first = try scan("--jobs 2")
    #expect(
      try first.report().findings.map { $0.age?.since?.prefix(10) } == ["2024-01-01", "2023-01-01"])
    let bytes = box.read(kept)
    #expect(!bytes.isEmpty)
    #expect(try scan("--no-cache").output == first.output)
    // Without its first commit the history cannot be read; nobody looks at it.
    try box.make(
      "cd r; c=$(git rev-list --max-parents=0 HEAD); rm -f .git/objects/$(echo $c | sed 's#^..#&/#')"
    )
    let second = try scan()
    #expect(second.output == first.output && second.complaint == "")
    #expect(box.read(kept) == bytes)
    #expect(try scan("--no-cache").output != first.output)
  }

  @Test func `it holds no value, path or name, and is the user's own`() throws {
    _ = try scan()
    let bytes = box.read(kept)
    for word in [
      planted.values[0], Array("hunter-Zebra-9".utf8), Array("deploy".utf8), Array("PASSWORD".utf8),
    ] {
      #expect(!bytes.contains(word))
    }
    let modes = try box.sh(
      "stat -c %a r/.git/leakage r/.git/leakage/ages $HOME/.local/state/leakage/key; ls r/.git/leakage"
    )
    #expect(modes.text == "700\n600\n600\nages\n")
  }

  @Test func `it does not count when a ref has moved`() throws {
    #expect(try scan().report().findings[1].age?.since?.hasPrefix("2023-01-01") == true)
    try box.write("r/elsewhere", planted.bytes)
    try box.make(
      "cd r; git checkout -q --orphan older; commit 2021-05-05 older; git checkout -q main")
    #expect(try scan().report().findings[1].age?.since?.hasPrefix("2021-05-05") == true)
    try box.make("cd r; git branch -D -q older")
    #expect(try scan().report().findings[1].age?.since?.hasPrefix("2023-01-01") == true)
  }

  @Test func `one that is damaged, forged or another user's does not count`() throws {
    let first = try scan()
    for change in [
      "printf x >>r/.git/leakage/ages",
      "head -c 100 r/.git/leakage/ages >r/.git/leakage/x; mv r/.git/leakage/x r/.git/leakage/ages",
      "rm $HOME/.local/state/leakage/key", "chmod 644 $HOME/.local/state/leakage/key",
      "rm -r r/.git/leakage; ln -s /tmp r/.git/leakage",
      "rm r/.git/leakage; mkdir r/.git/leakage; ln -s /dev/zero r/.git/leakage/ages",
      "rm -r r/.git/leakage; printf x >r/.git/leakage",
    ] {
      let run = try scan("", change)
      #expect(run.output == first.output, "\(change)")
      #expect(run.complaint == "", "\(change)")
    }
    #expect(try box.sh("ls -a /tmp/ages 2>/dev/null").text == "")
  }

  @Test func `nothing is kept where that is not wanted or not possible`() throws {
    let first = try scan("--no-cache")
    #expect(try box.sh("ls r/.git/leakage").status != 0)
    let homeless = try box.sh(
      "unset HOME; leakage scan r --as-of 2026-01-01 --format json")
    #expect(homeless.output == first.output && homeless.complaint == "")
    #expect(try box.sh("ls r/.git/leakage").status != 0)
    // `chmod` does not bind root: a file in place of the folder does.
    let barred = try scan("", "printf x >r/.git/leakage")
    #expect(barred.output == first.output && barred.complaint == "")
  }

  @Test func `a damaged object is told by every run, and nothing is kept`() throws {
    try box.make("cd r; seq 9 >x; commit 2025-01-01 three; git repack -qad")
    // Another object, so that the values are found and the search is not whole.
    try box.make(
      "cd r; printf gone >gone; commit 2025-02-01 four; id=$(git rev-parse HEAD:gone | sed 's#^..#&/#')"
        + "; chmod u+w .git/objects/$id; printf broken >.git/objects/$id")
    let first = try scan()
    #expect(first.output.count > 0 && box.read(kept).isEmpty)
    let second = try scan()
    #expect(second.output == first.output && second.status == first.status)
    #expect(try scan("--no-cache").output == first.output)
  }

  @Test func `a damaged tree of the past is no empty one`() throws {
    try box.write("r/gone/late.yml", planted.bytes)
    try box.make(
      """
      cd r; commit 2024-06-01 three; git rm -rq gone; commit 2024-07-01 four
      t=$(git rev-parse HEAD~1:gone | sed 's#^..#&/#')
      chmod u+w .git/objects/$t; printf broken >.git/objects/$t
      """)
    let run = try scan()
    let text = try box.sh("leakage scan r --as-of 2026-01-01").text
    #expect(box.read(kept).isEmpty)
    #expect(text.contains("the changes of commit") && run.status == 1)
  }

  @Test func `several runs at once agree`() throws {
    let run = try box.sh(
      """
      for n in 1 2 3 4 5 6; do
        leakage scan r --as-of 2026-01-01 --format json=$n.json --exit-zero & done; wait
      for n in 2 3 4 5 6; do cmp 1.json $n.json; done; ls r/.git/leakage
      """)
    #expect(run.text == "ages\n" && run.complaint == "")
  }

  @Test func `what a run left that was ended is removed, and nothing else`() throws {
    let first = try scan(
      "",
      """
      mkdir -m 700 r/.git/leakage; cd r/.git/leakage
      for n in ages.12.345 ages.x.1 ages-1.2 other.1.2; do printf x >$n; touch -d '2 hours ago' $n; done
      printf x >ages.77.88; ln -s ../config ages.5.6; touch -hd '2 hours ago' ages.5.6; cd ../../..
      """)
    #expect(first.complaint == "")
    let left = try box.sh("ls r/.git/leakage").text.split(separator: "\n")
    #expect(
      left.sorted() == ["ages", "ages-1.2", "ages.5.6", "ages.77.88", "ages.x.1", "other.1.2"])
  }

  @Test func `a linked worktree has its own`() throws {
    try box.make("cd r; git worktree add -q ../w -b side")
    let first = try box.sh("leakage scan w --as-of 2026-01-01 --format json")
    let second = try box.sh("leakage scan w --as-of 2026-01-01 --format json")
    #expect(first.output == second.output)
    #expect(!box.read("r/.git/worktrees/w/leakage/ages").isEmpty)
    #expect(try first.report().findings[1].age?.branches == 2)
  }

  @Test func `dates that the clock has not reached are judged anew`() throws {
    try box.make("cd r; printf x >x; at 2030-01-01; git add x; git commit -q -m later")
    try box.write("r/y.yml", Planted.token(3).bytes)
    try box.make("cd r; commit 2030-06-01 future")
    func suspect(_ day: String) throws -> [Bool?] {
      try box.sh("leakage scan r --as-of \(day) --format json").report().findings
        .map { $0.age?.suspect }
    }
    #expect(try suspect("2026-01-01") == [false, false, true])
    #expect(try suspect("2031-01-01") == [false, false, false])
    #expect(try suspect("2026-01-01") == [false, false, true])
  }
}

extension [UInt8] {
  fileprivate func contains(_ needle: [UInt8]) -> Bool {
    guard count >= needle.count else { return false }
    return (0...count - needle.count).contains {
      self[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
