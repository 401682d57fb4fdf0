import Archives
import Testing

/// Each limit, scaled down; what was delivered before it stands.
struct LimitTests {
  private let zeros = [UInt8](repeating: 0, count: 3_000_000)

  @Test(arguments: [Packer.zip, .streamedZip, .pax, .sevenZip], Access.allCases)
  func aLargeMemberIsCutAndTheNextOneRead(packer: Packer, access: Access) {
    var limits = ArchiveLimits()
    limits.memberBytes = 1000
    let text = logText(lines: 5000)
    let archive = packer.pack([Packed("large", text), Packed("small", [1]), Packed("z", text)])
    let seen = walk(archive, access, limits: limits)
    let cut = Array(text.prefix(1000))
    #expect(seen.contents == ["large": cut, "small": [1], "z": cut])
    #expect(
      seen.deliveries.map(\.fault) == [.limited(.memberBytes), nil, .limited(.memberBytes)])
    #expect(seen.problems.isEmpty)
  }

  @Test func aMemberOfExactlyTheLimitIsComplete() {
    var limits = ArchiveLimits()
    limits.memberBytes = 1000
    let seen = walk(Packer.zip.pack([Packed("a", Array(zeros.prefix(1000)))]), limits: limits)
    #expect(seen.deliveries.map(\.fault) == [nil])
  }

  @Test(arguments: [Packer.gzip, .bzip2, .xz, .zstd], Access.allCases)
  func aBombEndsByItsRatio(packer: Packer, access: Access) {
    var limits = ArchiveLimits()
    limits.ratio = 20
    limits.ratioFloor = 100_000
    let bomb = packer.pack(zeros)
    let seen = walk(bomb, access, limits: limits)
    #expect(seen.deliveries.map(\.fault) == [.limited(.ratio)])
    #expect(seen.deliveries[0].bytes.count >= min(100_000, bomb.count * 20))
    #expect(seen.deliveries[0].bytes.count <= max(100_000, bomb.count * 20))
    #expect(seen.problems == [.init(path: [], fault: .limited(.ratio))])
  }

  @Test func ordinaryRatiosAreNoBomb() {
    var limits = ArchiveLimits()
    limits.ratioFloor = 1000
    let text = logText(lines: 5000)
    for packer in [Packer.gzip, .xz, .zstd] {
      #expect(walk(packer.pack(text), limits: limits).deliveries.map(\.fault) == [nil])
    }
  }

  @Test(arguments: Access.allCases)
  func theTotalEndsTheWalk(access: Access) {
    var limits = ArchiveLimits()
    limits.totalBytes = 250_000
    let parts = (0..<5).map { Packed("m\($0)", noiseBytes(100_000)) }
    let seen = walk(Packer.ustar.pack(parts), access, limits: limits)
    #expect(seen.deliveries.map(\.bytes.count) == [100_000, 100_000, 50_000])
    #expect(seen.deliveries.last?.fault == .limited(.totalBytes))
    #expect(seen.faults == [.limited(.totalBytes)])
  }

  @Test func theTotalCountsABytesOnceForEachDepth() {
    var limits = ArchiveLimits()
    limits.totalBytes = 110_000
    let tgz = Packer.gzip.pack(Packer.ustar.pack([Packed("a", noiseBytes(100_000))]))
    #expect(walk(tgz, limits: limits).deliveries.map(\.fault) == [nil])
  }

  @Test(arguments: Access.allCases)
  func theNumberOfEntries(access: Access) {
    var limits = ArchiveLimits()
    limits.entries = 10
    for packer in [Packer.zip, .ustar, .sevenZip] {
      let archive = packer.pack((0..<20).map { Packed("m\($0)", [1]) })
      let seen = walk(archive, access, limits: limits)
      #expect(seen.deliveries.count == 10)
      #expect(seen.faults == [.limited(.entries)])
    }
  }

  @Test func entriesAreCountedAtAllDepths() {
    var limits = ArchiveLimits()
    limits.entries = 7
    let inner = Packer.zip.pack([Packed("a", [1]), Packed("b", [2])])
    let outer = Packer.zip.pack((0..<5).map { Packed("z\($0)", inner) })
    let seen = walk(outer, limits: limits)
    #expect(seen.deliveries.count == 4)
    #expect(seen.faults == [.limited(.entries)])
  }

  @Test func overlappingMembersEndByTheRatio() {
    var limits = ArchiveLimits()
    limits.ratio = 20
    limits.ratioFloor = 500_000
    // Each member is all that follows its local header, the other headers included.
    let kernel = noiseBytes(100_000)
    let headerLength = 30 + 4
    let members = (0..<100).map { index in
      var member = HandmadeZip.Member("m\(100 + index)", index == 99 ? kernel : [])
      member.isDeflated = false
      let size = UInt32(kernel.count + (99 - index) * headerLength)
      member.localSizes = (size, size)
      member.centralSizes = (size, size)
      return member
    }
    let bytes = HandmadeZip(members: members).build()
    var seen = Counter()
    ArchiveWalker(limits: limits).walk(.bytes(bytes), into: &seen)
    #expect(seen.bytes >= kernel.count && seen.bytes <= bytes.count * 20)
    #expect(seen.problems.last == .init(path: [], fault: .limited(.ratio)))
  }

  @Test(arguments: Access.allCases)
  func nestedBombsEnd(access: Access) {
    var limits = ArchiveLimits()
    limits.ratioFloor = 1_000_000
    var bomb = Array(zeros.prefix(500_000))
    for level in 0..<4 {
      bomb = Packer.zip.pack((0..<10).map { Packed("\(level).\($0)", bomb) })
    }
    let seen = walk(bomb, access, limits: limits)
    let delivered = seen.deliveries.reduce(0) { $0 + $1.bytes.count }
    #expect(delivered >= 500_000 && delivered <= max(1_000_000, bomb.count * 200))
    #expect(seen.faults.last == .limited(.ratio))
  }

  @Test func whatIsSkippedCountsToo() {
    var limits = ArchiveLimits()
    limits.ratio = 10
    limits.ratioFloor = 1_000_000
    for packer in [Packer.streamedZip, .sevenZip] {
      let archive = packer.pack([Packed("bomb", zeros), Packed("z", [1])])
      let seen = walk(archive, .stream, limits: limits, skipping: ["bomb"])
      #expect(seen.faults == [.limited(.ratio)])
    }
  }

  @Test func noLimitHoldsForAPlainFile() {
    var limits = ArchiveLimits()
    limits.memberBytes = 10
    limits.totalBytes = 10
    limits.ratioFloor = 10
    limits.ratio = 1
    let text = logText(lines: 100)
    #expect(walk(text, limits: limits).deliveries == [.init(path: [], bytes: text)])
  }
}
