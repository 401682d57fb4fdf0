import Archives
import Findings
import Git
import Glibc
import Testing

@testable import Inputs

/// Archives, streams and what stands in for content.
struct ContentTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  static let log = Array((0..<3000).map { "line \($0) of a log\r\n" }.joined().utf8)

  @Test func howALogIsPackedMakesNoDifference() throws {
    let log = Self.log
    let half = log.count / 2
    let member = [(name: "a.log", bytes: log)]
    let packings: [String: [UInt8]] = [
      "plain": log, "gz": Packing.gzip(log), "bz2": Packing.bzip2(log), "xz": Packing.xz(log),
      "zst": Packing.zstd(log), "zip": Packing.zip(member), "tar": Packing.tar(member),
      "7z": Packing.sevenZip("a.log", log), "tar.gz": Packing.gzip(Packing.tar(member)),
      "twice": Packing.gzip(Array(log[..<half])) + Packing.gzip(Array(log[half...])),
      "deep": Packing.zip([("i.zip", Packing.zip([("a.log", Packing.zstd(log))]))]),
    ]
    // The names say nothing: content decides.
    for (name, bytes) in packings { try sandbox.write(sandbox.path("r/\(name).txt"), bytes) }
    for segment in [32 << 20, 10_000] {
      let change = { (request: inout InputRequest) in request.limits.segmentBytes = segment }
      let folder = try read([sandbox.path("r")], change: change)
      try sandbox.sh("new r; git add -A")
      let staged = try read([sandbox.path("r")], .staged, change: change)
      for seen in [folder, staged] {
        #expect(seen.notes == [])
        #expect(seen.texts.count == packings.count)
        for (path, text) in seen.texts { #expect(Array(text.utf8) == log, "\(path)") }
        #expect(seen.coverage.archives == packings.count - 1)
        #expect(seen.coverage.members == 5)
        #expect(seen.coverage.bytes == log.count * packings.count)
        #expect(seen.coverage.files == packings.count)
      }
      #expect(folder.texts.keys.contains("deep.txt/i.zip/a.log"))
      try sandbox.sh("rm -rf r/.git")
    }
  }

  @Test func membersKeepTheChainOfTheirNames() throws {
    let inner = Packing.tar([("../up", [0x61]), ("\u{1B}[m", [0x62])])
    try sandbox.write(sandbox.path("a.zip"), Packing.zip([("d/i.tgz", Packing.gzip(inner))]))
    let seen = try read([sandbox.path("a.zip")])
    #expect(
      seen.documents.map(\.origin.members)
        == [[Path("d/i.tgz"), Path("../up")], [Path("d/i.tgz"), Path("\u{1B}[m")]])
    #expect(seen.documents.allSatisfy { $0.origin.path == Path("a.zip") })
  }

  @Test func limitsAndDamageAreTold() throws {
    func notes(_ bytes: [UInt8], _ change: (inout ArchiveLimits) -> Void = { _ in }) throws -> Seen
    {
      try sandbox.write(sandbox.path("f"), bytes)
      return try read([sandbox.path("f")]) { change(&$0.limits.archives) }
    }
    let zeros = [UInt8](repeating: 0x30, count: 200_000)
    let depth = try notes(Packing.zip([("z", Packing.zip([("y", [0x61])]))])) { $0.depth = 1 }
    #expect(depth.notes == ["limit f/z !"])
    let member = try notes(Packing.zip([("m", zeros), ("n", [0x6E])])) { $0.memberBytes = 1000 }
    #expect(member.notes == ["limit f/m !"])
    #expect(member.texts["f/m"]?.utf8.count == 1000 && member.texts["f/n"] == "n")
    #expect(member.notifications.first?.message.contains("1000 bytes of it were scanned") == true)
    let ratio = try notes(Packing.gzip(zeros)) {
      $0.ratio = 10
      $0.ratioFloor = 1000
    }
    #expect(ratio.notes.contains { $0.hasPrefix("limit f") && $0.hasSuffix("!") })
    #expect(ratio.coverage.bytes > 0 && ratio.coverage.bytes < zeros.count)
    let entries = try notes(Packing.tar((0..<9).map { ("\($0)", [0x61]) })) { $0.entries = 5 }
    #expect(entries.notes == ["limit f !"] && entries.documents.count == 5)
    let cut = try notes(Array(Packing.gzip(Self.log).dropLast(200)))
    #expect(cut.notes == ["truncated f !"])
    #expect(cut.texts["f"].map { Self.log.starts(with: $0.utf8) } == true)
    #expect((cut.texts["f"]?.count ?? 0) > 100)
    let secret = try notes(Packing.zip([("s", [0x61])], flags: 1))
    #expect(secret.notes == ["encrypted f/s"])
    #expect(try notes(Packing.gzip([0x61]) + [0x62]).notes == ["information f"])
    var bad = Packing.zip([("m", Self.log)])
    bad[1000] ^= 1
    #expect(try notes(bad).notes == ["damaged f/m !"])
  }

  @Test func aPointerIsNoted() throws {
    let pointer =
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "a", count: 64))\n"
      + "size 12345\n"
    try sandbox.write("r/big.bin", pointer)
    try sandbox.write("r/text", "version https://git-lfs.github.com/spe")
    try sandbox.write(sandbox.path("r/a.zip"), Packing.zip([("p", Array(pointer.utf8))]))
    let expected = ["lfs-pointer a.zip/p", "lfs-pointer big.bin"]
    #expect(try read([sandbox.path("r")]).notes == expected)
    try sandbox.sh("new r; git add -A")
    #expect(try read([sandbox.path("r")], .staged).notes == expected)
  }

  @Test func standardInputIsAStream() throws {
    let plan = try InputPlan(InputRequest(paths: [Path("-"), Path("-")], mode: .staged))
    let origin = try #require(plan.standardInput)
    #expect(origin == Origin(source: .standardInput, root: 0, path: Path("stdin")))
    var units = 0
    try InputReader(
      plan, store: plan.openStore, historyPaths: { _, _ in { _ in nil } },
      submit: { if case .standardInput = $0 { units += 1 } },
      notify: { _ in }
    ).read()
    #expect(units == 1)
    for bytes in [Self.log, Packing.gzip(Self.log), []] {
      try sandbox.write(sandbox.path("f"), bytes)
      let stream = unsafe popen("cat \(sandbox.path("f"))", "r")
      defer { unsafe pclose(stream) }
      let seen = Seen()
      InputUnit.readStream(
        unsafe fileno(stream), origin: origin, limits: InputLimits(), into: seen)
      #expect(seen.texts["stdin"].map { Array($0.utf8) } == (bytes.isEmpty ? [] : Self.log))
      #expect(seen.coverage.files == 1 && seen.notes == [])
    }
  }
}
