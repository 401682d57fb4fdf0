import Archives
import Testing

/// The same bytes must come out of every format, whichever way the archive comes in.
struct FormatTests {
  private static let containers: [Packer] = [
    .zip, .storedZip, .streamedZip, .pax, .ustar, .oldTar, .gnuTar, .sevenZip,
  ]
  private static let streams: [Packer] = [.gzip, .bzip2, .xz, .zstd]

  @Test(arguments: containers, Access.allCases)
  func membersOfEachContainer(packer: Packer, access: Access) {
    let members = [
      Packed("0_build.txt", logText(lines: 5000, seed: 1)), Packed("empty.txt", []),
      Packed("build", type: 0o040000), Packed("build/1_test.txt", logText(lines: 3, seed: 2)),
      Packed("zeros.bin", [UInt8](repeating: 0, count: 100_000)),
    ]
    let seen = walk(packer.pack(members), access)
    #expect(seen.problems.isEmpty && !seen.isOutOfOrder)
    #expect(seen.deliveries.allSatisfy { $0.fault == nil })
    // A 7z lists its empty members last.
    #expect(seen.deliveries.count == 4)
    for member in members where member.type == 0o100000 {
      #expect(seen.contents[member.name] == member.bytes)
    }
    #expect(seen.largestChunk <= 1 << 20)
  }

  @Test(arguments: streams, Access.allCases)
  func contentOfEachStream(packer: Packer, access: Access) {
    let text = logText(lines: 6000)
    let seen = walk(packer.pack(text), access)
    #expect(seen.deliveries == [.init(path: [], bytes: text)])
    #expect(seen.problems.isEmpty && !seen.isOutOfOrder)
  }

  @Test(arguments: streams)
  func anEmptyStreamIsAnEmptyFile(packer: Packer) {
    #expect(walk(packer.pack([] as [UInt8])).deliveries == [.init(path: [], bytes: [])])
  }

  @Test(arguments: streams, containers)
  func containersInStreams(stream: Packer, container: Packer) {
    let text = logText(lines: 500)
    let seen = walk(stream.pack(container.pack([Packed("a.log", text)])), .stream)
    #expect(seen.deliveries == [.init(path: ["a.log"], bytes: text)])
    #expect(seen.problems.isEmpty)
  }

  @Test(arguments: Access.allCases)
  func whatIsNoArchiveIsDeliveredAsItIs(access: Access) {
    let texts = ["", "P", "PK begins this text", "BZh91 as well", "one line\n"]
    for text in texts {
      let seen = walk(Array(text.utf8), access)
      #expect(seen.deliveries == [.init(path: [], bytes: Array(text.utf8))])
      #expect(seen.problems.isEmpty)
    }
    let long = logText(lines: 6000)
    #expect(walk(long, access).deliveries == [.init(path: [], bytes: long)])
  }

  @Test(arguments: Access.allCases)
  func anEmptyZipHoldsNothing(access: Access) {
    let seen = walk(HandmadeZip(members: []).build(), access)
    #expect(seen.deliveries.isEmpty && seen.problems.isEmpty)
  }

  @Test(arguments: [Packer.zip, .pax, .sevenZip], Access.allCases)
  func skippedMembersAreNotDelivered(packer: Packer, access: Access) {
    let zip = packer.pack([
      Packed("a", logText(lines: 9000)), Packed("b", Array("b".utf8)), Packed("c", [3]),
    ])
    let seen = walk(zip, access, skipping: ["a", "c"])
    #expect(seen.deliveries == [.init(path: ["b"], bytes: Array("b".utf8))])
    #expect(seen.problems.isEmpty)
  }

  @Test func aPipeIsRead() {
    let text = logText(lines: 100)
    let gz = Packer.gzip.pack(text)
    let seen = Pipe.walk(gz)
    #expect(seen.deliveries == [.init(path: [], bytes: text)])
  }

  @Test func aDescriptorThatCannotBeRead() {
    var seen = Recorder()
    ArchiveWalker().walk(.file(descriptor: -1), into: &seen)
    #expect(seen.deliveries.map(\.fault) == [.readFailed(9)])
  }

  @Test func aClosureThatFails() {
    let gz = Packer.gzip.pack(logText(lines: 5000))
    var isFirst = true
    var seen = Recorder()
    let source = ArchiveSource.chunks { () throws(ArchiveReadError) in
      guard isFirst else { throw ArchiveReadError(code: 5) }
      isFirst = false
      return Array(gz.prefix(gz.count / 2))
    }
    ArchiveWalker().walk(source, into: &seen)
    #expect(seen.deliveries.map(\.fault) == [.readFailed(5)])
    #expect(seen.deliveries[0].bytes.count > 1000)
  }
}
