import Archives
import Testing

struct ZipFaultTests {
  private typealias Member = HandmadeZip.Member
  private let text = logText(lines: 3000)

  /// A zip of `a`, the member in question, and `z`.
  private func around(_ member: HandmadeZip.Member) -> HandmadeZip {
    HandmadeZip(members: [Member("a", text), member, Member("z", text)])
  }

  private func expectNeighbours(_ seen: Recorder, sourceLocation: SourceLocation = #_sourceLocation)
  {
    #expect(seen.contents["a"] == text, sourceLocation: sourceLocation)
    #expect(seen.contents["z"] == text, sourceLocation: sourceLocation)
    #expect(!seen.isOutOfOrder, sourceLocation: sourceLocation)
  }

  @Test(arguments: Access.allCases)
  func aDateWithoutMonthAndDay(access: Access) {
    var member = Member("0_build.txt", text)
    member.date = 0
    let seen = walk(around(member).build(), access)
    #expect(seen.contents["0_build.txt"] == text)
    #expect(seen.deliveries.allSatisfy { $0.fault == nil } && seen.problems.isEmpty)
  }

  @Test(arguments: Access.allCases, [true, false])
  func aWrongChecksumCostsNothing(access: Access, isDeflated: Bool) {
    for bytes in [text, Array("short".utf8)] {
      var member = Member("bad", bytes)
      member.crc = 1
      member.isDeflated = isDeflated
      let seen = walk(around(member).build(), access)
      expectNeighbours(seen)
      #expect(seen.contents["bad"] == bytes)
      #expect(seen.deliveries.map(\.fault) == [nil, .damaged, nil])
    }
  }

  @Test(arguments: Access.allCases)
  func aDamagedMemberCostsNoOther(access: Access) {
    var member = Member("bad", text)
    member.body = { body in
      for index in body.count / 2..<body.count / 2 + 100 { body[index] = 0xFF }
    }
    let seen = walk(around(member).build(), access)
    expectNeighbours(seen)
    #expect(seen.deliveries.map(\.fault) == [nil, .damaged, nil])
    #expect((seen.contents["bad"] ?? []).count > text.count / 4)
    #expect(text.starts(with: (seen.contents["bad"] ?? [0]).prefix(text.count / 4)))
  }

  @Test(arguments: Access.allCases)
  func manyDamagedMembersCostNoOther(access: Access) {
    let members = (0..<200).map { index in
      var member = Member("m\(index)", Array(text.prefix(2000)))
      if index % 2 == 0 {
        member.body = {
          $0[3] = 0xFF
          $0[0] = 0xFF
        }
      }
      return member
    }
    let seen = walk(HandmadeZip(members: members).build(), access)
    for index in stride(from: 1, to: 200, by: 2) {
      #expect(seen.contents["m\(index)"]?.count == 2000)
    }
  }

  @Test(arguments: Access.allCases)
  func anEncryptedMemberIsNamed(access: Access) {
    for isDeflated in [true, false] {
      var member = Member("secret", text)
      member.flags = 1
      member.isDeflated = isDeflated
      let seen = walk(around(member).build(), access)
      expectNeighbours(seen)
      #expect(
        seen.deliveries[1]
          == .init(path: ["secret"], bytes: [], fault: .encrypted, isEncrypted: true))
      #expect(seen.problems.isEmpty)
    }
  }

  @Test(arguments: Access.allCases)
  func anUnknownMethodIsNamed(access: Access) {
    var member = Member("odd", text)
    member.method = 97
    let seen = walk(around(member).build(), access)
    expectNeighbours(seen)
    #expect(seen.deliveries[1] == .init(path: ["odd"], bytes: [], fault: .unreadable))
  }

  @Test(arguments: [0, 1, 0x7FFF_FFFF, 0xFFFF_FFFE] as [UInt32], Access.allCases)
  func sizesMayLie(size: UInt32, access: Access) {
    for isLocal in [true, false] {
      var member = Member("liar", text)
      let full = UInt32(text.count)
      let compressed = UInt32(deflated(text).count)
      if isLocal {
        member.localSizes = (compressed, size)
      } else {
        member.localSizes = (compressed, full)
        member.centralSizes = (compressed, size)
      }
      let seen = walk(around(member).build(), access)
      expectNeighbours(seen)
      #expect(seen.contents["liar"] == text)
    }
  }

  @Test(arguments: Access.allCases)
  func compressedSizesMayLie(access: Access) {
    for size in [0, 40, 0x7FFF_FFFF] as [UInt32] {
      var member = Member("liar", text)
      member.localSizes = (size, UInt32(text.count))
      member.centralSizes = (size, UInt32(text.count))
      let seen = walk(around(member).build(), access)
      // At least what lies before it, and the walk ends.
      #expect(seen.contents["a"] == text && !seen.isOutOfOrder)
    }
  }

  @Test(arguments: Access.allCases)
  func zip64(access: Access) {
    var member = Member("large", text)
    member.isZip64 = true
    let seen = walk(around(member).build(), access)
    expectNeighbours(seen)
    #expect(seen.contents["large"] == text)
    #expect(seen.deliveries.allSatisfy { $0.fault == nil })
  }

  @Test(arguments: Access.allCases)
  func withoutDirectory(access: Access) {
    var zip = around(Member("b", text))
    zip.hasDirectory = false
    let seen = walk(zip.build(), access)
    expectNeighbours(seen)
    #expect(seen.contents["b"] == text)
    #expect(seen.faults == [.truncated])
  }

  @Test(arguments: Access.allCases)
  func cutInAMember(access: Access) {
    let zip = around(Member("b", text)).build()
    let seen = walk(Array(zip.prefix(zip.count / 2)), access)
    #expect(seen.deliveries.map(\.path) == [["a"], ["b"]])
    #expect(seen.contents["a"] == text)
    #expect(seen.deliveries[1].fault == .truncated)
    #expect(text.starts(with: seen.deliveries[1].bytes))
    #expect(seen.deliveries[1].bytes.count > text.count / 4)
  }

  @Test(arguments: Access.allCases)
  func cutInTheDirectory(access: Access) {
    let zip = around(Member("b", text)).build()
    let seen = walk(Array(zip.dropLast(30)), access)
    expectNeighbours(seen)
    #expect(seen.deliveries.count == 3)
  }

  /// Members of one name are two, and each has its own bytes.
  @Test(arguments: Access.allCases)
  func twoMembersOfOneName(access: Access) {
    let other = logText(lines: 2000)
    let zip = HandmadeZip(members: [Member("a", text), Member("a", other), Member("z", text)])
    let seen = walk(zip.build(), access)
    #expect(seen.deliveries.map(\.bytes) == [text, other, text])
  }

  /// A descriptor that the directory does not agree with, and one that it does.
  @Test(arguments: Access.allCases, [true, false])
  func descriptorsMayLie(access: Access, isTrue: Bool) {
    var member = Member("b", text)
    member.hasDescriptor = true
    if !isTrue { member.body = { $0.append(contentsOf: [0x50, 0x4B, 7, 8]) } }
    let seen = walk(around(member).build(), access)
    expectNeighbours(seen)
    #expect(seen.contents["b"] == text)
  }

  /// Programs that unpack themselves begin with a program.
  @Test(arguments: Access.allCases)
  func bytesBeforeTheArchive(access: Access) {
    let zip = around(Member("b", text)).build()
    let seen = walk(zip + zip, access)
    #expect(seen.contents["b"] == text)
    expectNeighbours(seen)
  }

  @Test(arguments: Access.allCases)
  func aDirectoryThatPointsNowhere(access: Access) {
    var zip = around(Member("b", text))
    zip.directoryOffsets = [11, 0x7FFF_FFFF, 99]
    let seen = walk(zip.build(), access)
    expectNeighbours(seen)
    #expect(seen.contents["b"] == text)
  }

  @Test(arguments: Access.allCases)
  func aDirectoryThatHidesAllMembers(access: Access) {
    let members = around(Member("b", text))
    var open = members
    open.hasDirectory = false
    let seen = walk(open.build() + HandmadeZip(members: []).build(), access)
    expectNeighbours(seen)
  }

  @Test(arguments: Access.allCases)
  func garbageAndALongComment(access: Access) {
    var zip = around(Member("b", text))
    zip.comment = [UInt8](repeating: 0x20, count: 60_000)
    expectNeighbours(walk(zip.build(), access))
    expectNeighbours(walk(zip.build() + noiseBytes(100_000), access))
  }

  @Test(arguments: Access.allCases)
  func splitMarkers(access: Access) {
    let zip = around(Member("b", text))
    for marker in [[0x50, 0x4B, 7, 8], Array("PK00".utf8)] as [[UInt8]] {
      expectNeighbours(walk(marker + zip.build(), access))
    }
  }

  @Test(arguments: Access.allCases)
  func textBehindAMarkerIsDelivered(access: Access) {
    let bytes = [0x50, 0x4B, 3, 4] + Array("\n".utf8) + text
    let seen = walk(bytes, access)
    #expect(seen.deliveries.count == 1)
    #expect(seen.deliveries.first?.bytes == bytes)
    #expect(seen.deliveries.first?.fault != nil)
  }

  @Test func macFilesAreSkipped() {
    let zip = Packer.zip.pack([
      Packed("logs/0_a.txt", text), Packed("__MACOSX/logs/._0_a.txt", [1]),
      Packed("logs/.DS_Store", [2]), Packed(".DS_Store", [3]), Packed("logs/._b", [4]),
      Packed("__MACOSX/c", [5]),
    ])
    #expect(walk(zip).contents == ["logs/0_a.txt": text, "logs/._b": [4], "__MACOSX/c": [5]])
  }
}
