import Findings
import Git
import Glibc
import Testing

@testable import Inputs

/// Histories that are read out of packs.
struct PackHistoryTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func packed() throws -> Path {
    try sandbox.sh(
      """
      new r; seq 2000 > f; seq 9000 > large
      for i in $(seq 30); do sed -i "$((i * 19))s/.*/changed $i/" f; commit 2021-01-01 $i; done
      git repack -qadf --depth=50; chmod -R u+w .git/objects; ls $PWD/.git/objects/pack/*.pack
      """)
    return Path(try sandbox.sh("ls \(sandbox.folder)/r/.git/objects/pack/*.pack"))
  }

  @Test func everyBlobIsReadOnceLargeOnesByGit() throws {
    _ = try packed()
    let seen = try read([sandbox.path("r")], .history) {
      $0.limits.segmentBytes = 20_000
      $0.verifiesObjects = true
    }
    #expect(seen.notes == [])
    #expect(seen.coverage.blobs == 31)
    #expect(seen.texts["large"]?.utf8.count == 43_893)
  }

  @Test func aPackThatShrinksWhileItIsReadIsTold() throws {
    let pack = try packed()
    let seen = Seen()
    var request = InputRequest(paths: [sandbox.path("r")], mode: .history)
    request.limits.segmentBytes = 1 << 20
    let plan = try InputPlan(request)
    var units: [InputUnit] = []
    try InputReader(
      plan, store: plan.openStore(holdingUpTo: 0), historyPaths: { _, _ in { _ in Path("f") } },
      submit: { units.append($0) }, notify: seen.notify
    ).read()
    #expect(unsafe truncate("\(pack)", 2000) == 0)
    let reader = ObjectUnitReader()
    for unit in units { unit.open(limits: request.limits, objects: reader, into: seen) }
    #expect(seen.notifications.contains { $0.isIncomplete })
    #expect(seen.documents.count + seen.notifications.count >= 31)
  }

  @Test func anObjectThatIsNotWhatItsNameSaysIsTold() throws {
    try sandbox.sh(
      """
      new r; echo one > f; echo two > g; commit 2021-01-01 one
      file() { h=$(git rev-parse "$1"); echo .git/objects/$(echo $h | cut -c1-2)/$(echo $h | cut -c3-); }
      chmod -R u+w .git/objects; cp "$(file main:g)" "$(file main:f)"
      """)
    let silent = try read([sandbox.path("r")], .history)
    #expect(silent.notes == [])
    let seen = try read([sandbox.path("r")], .history) { $0.verifiesObjects = true }
    #expect(seen.notes == ["damaged  !"])
    #expect(seen.texts["f"] == "two\n")
  }
}
