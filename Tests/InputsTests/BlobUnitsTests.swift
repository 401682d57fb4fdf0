import Archives
import Findings
import Git
import Testing

@testable import Inputs

/// How the blobs of git become units of work.
struct BlobUnitsTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func units(_ name: String, limits: InputLimits) throws -> ([InputUnit], Seen) {
    var request = InputRequest(paths: [sandbox.path(name)], mode: .staged)
    request.limits = limits
    let seen = Seen()
    var units: [InputUnit] = []
    let plan = try InputPlan(request)
    try InputReader(
      plan, store: plan.openStore, historyPaths: { _, _ in { _ in nil } },
      submit: { units.append($0) }, notify: seen.notify
    ).read()
    for unit in units { unit.open(limits: limits, into: seen) }
    return (units, seen)
  }

  @Test func smallBlobsAreCollected() throws {
    try sandbox.sh("new r; for i in $(seq 1000); do echo $i > f$i; done; git add -A")
    let (units, seen) = try units("r", limits: InputLimits())
    #expect((2...20).contains(units.count))
    #expect(seen.texts.count == 1000 && seen.coverage.files == 1000)
    #expect(units.map(\.heldBytes).reduce(0, +) == seen.coverage.bytes)
  }

  /// One content at many paths of an index takes no more memory than a batch.
  @Test func batchesAreBounded() throws {
    try sandbox.sh(
      """
      new r; head -c 100000 /dev/zero > f; id=$(git hash-object -w f); rm f
      for i in $(seq 100); do printf '100644 %s 0\\tf%s\\n' $id $i; done | git update-index --index-info
      """)
    let (units, seen) = try units("r", limits: InputLimits())
    #expect(seen.documents.count == 100)
    #expect(units.allSatisfy { $0.heldBytes <= (256 << 10) + 100_000 })
  }

  @Test func largeBlobsBecomeSegments() throws {
    var limits = InputLimits()
    limits.segmentBytes = 200_000
    try sandbox.sh("new r; seq 200000 > big; echo small > small; git add -A")
    let (units, seen) = try units("r", limits: limits)
    let size = try #require(Int(try sandbox.sh("wc -c < r/big")))
    #expect(seen.texts["big"]?.utf8.count == size)
    #expect(seen.texts["big"]?.hasSuffix("199999\n200000\n") == true)
    #expect(seen.texts["small"] == "small\n")
    #expect(seen.coverage.files == 2 && seen.coverage.bytes == size + 6)
    #expect(units.allSatisfy { $0.heldBytes < 400_000 })
    #expect(units.map(\.heldBytes).contains { $0 > 200_000 })
  }

  @Test func largeArchivesInBlobsAreOpenedUpToTheLimit() throws {
    var dice = Dice(state: 7)
    let noise = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &dice) }
    var limits = InputLimits()
    limits.segmentBytes = 200_000
    let archive = Packing.zip([("noise", noise), ("last", Array("found".utf8))])
    try sandbox.write(sandbox.path("r/a.bin"), archive)
    try sandbox.sh("new r; git add -A")
    let (_, seen) = try units("r", limits: limits)
    #expect(seen.texts["a.bin/last"] == "found" && seen.notes == [])
    #expect(seen.coverage.archives == 1 && seen.coverage.members == 2)
    limits.blobArchiveBytes = 250_000
    let (units, limited) = try units("r", limits: limits)
    #expect(units.isEmpty && limited.notes == ["limit a.bin !"])
    limits.archives.totalBytes = 250_000
    #expect(try self.units("r", limits: limits).1.notes == ["limit a.bin !"])
  }

  /// What git could still read of a damaged blob is scanned.
  @Test func theBeginningOfADamagedBlobIsRead() throws {
    var limits = InputLimits()
    limits.segmentBytes = 64
    let id = try #require(ObjectID(String(repeating: "a", count: 40)))
    let text = Array((0..<400).map { "line \($0)\n" }.joined().utf8)
    let archive = Array(Packing.tar([("m", text)]))
    for (bytes, path) in [(text, "f"), (archive, "f/m")] {
      for parts in 0...3 {
        var wanted = WantedBlobs()
        wanted.add(id, Origin(source: .index, path: Path("f"), blob: id))
        let seen = Seen()
        var units = BlobUnits(
          wanted, limits: limits, submit: { $0.open(limits: limits, into: seen) },
          notify: seen.notify)
        // Enough for the header of the archive.
        let part = 600
        for index in 0..<parts {
          let piece = Array(bytes[(index * part)...].prefix(part))
          units.take(id, .part(.blob, offset: index * part, size: 9000), piece.span)
        }
        let rest = Array(bytes[(parts * part)...].prefix(path == "f" ? 5 : bytes.count))
        units.take(id, .corrupt, rest.span)
        units.flush()
        #expect(seen.notes.contains("damaged f !"))
        let expected = path == "f" ? Array(text.prefix(parts * part + 5)) : text
        #expect(seen.texts[path].map { Array($0.utf8) } == expected)
      }
    }
  }
}
