import Archives
import Testing

struct NestingTests {
  private let text = logText(lines: 500)

  @Test(arguments: Access.allCases)
  func eachKindInEachOther(access: Access) {
    let outers: [Packer] = [.zip, .storedZip, .pax, .sevenZip]
    let inners: [Packer] = [.zip, .storedZip, .pax, .oldTar, .sevenZip]
    for outer in outers {
      for inner in inners {
        let archive = outer.pack([
          Packed("before.txt", text), Packed("in", inner.pack([Packed("a.log", text)])),
          Packed("after.txt", text),
        ])
        let seen = walk(archive, access)
        let expected = ["before.txt": text, "in!a.log": text, "after.txt": text]
        #expect(seen.contents == expected, "\(inner) in \(outer)")
        #expect(seen.problems.isEmpty && !seen.isOutOfOrder)
      }
    }
  }

  @Test(arguments: [Packer.gzip, .bzip2, .xz, .zstd])
  func compressedMembersAddNoName(packer: Packer) {
    let zip = Packer.zip.pack([Packed("x.log.gz", packer.pack(text)), Packed("y", text)])
    #expect(walk(zip).contents == ["x.log.gz": text, "y": text])
  }

  private func zips(_ levels: Int) -> [UInt8] {
    (1...levels).reduce(text) { inner, level in
      (level % 2 == 0 ? Packer.zip : .pax).pack([Packed("level\(level)", inner)])
    }
  }

  @Test func depth8IsReached() {
    let seen = walk(zips(8))
    #expect(
      seen.deliveries == [.init(path: (1...8).reversed().map { "level\($0)" }, bytes: text)])
  }

  @Test func depth9IsDeliveredUnopened() {
    let inner = Packer.pax.pack([Packed("level1", text)])
    let seen = walk(zips(9))
    #expect(seen.deliveries.count == 1)
    #expect(seen.deliveries.first?.fault == .limited(.depth))
    #expect(seen.deliveries.first?.bytes == inner)
  }

  @Test func streamsCountAsLevels() {
    let nine = (1...9).reduce(text) { inner, _ in Packer.gzip.pack(inner) }
    let seen = walk(nine)
    #expect(seen.deliveries.map(\.fault) == [.limited(.depth)])
    #expect(seen.deliveries[0].bytes == Packer.gzip.pack(text))
    let eight = (1...8).reduce(text) { inner, _ in Packer.gzip.pack(inner) }
    #expect(walk(eight).deliveries == [.init(path: [], bytes: text)])
  }

  @Test func aNested7zTooLargeToBeHeldIsDeliveredUnopened() {
    var limits = ArchiveLimits()
    limits.heldBytes = 10_000
    let large = Packer.sevenZip.pack([Packed("a", noiseBytes(20_000))])
    let small = Packer.sevenZip.pack([Packed("a", text)])
    let zip = Packer.zip.pack([Packed("large.7z", large), Packed("small.7z", small)])
    let seen = walk(zip, limits: limits)
    #expect(seen.contents == ["large.7z": large, "small.7z!a": text])
    #expect(seen.deliveries.map(\.fault) == [.limited(.memory), nil])
  }
}
