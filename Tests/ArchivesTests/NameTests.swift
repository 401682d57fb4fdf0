import Archives
import Glibc
import Testing

/// Names are data: what the archive holds is what the sink gets.
struct NameTests {
  private struct Names: ArchiveSink {
    var names: [[UInt8]] = []
    mutating func begin(_ member: ArchiveMember) -> MemberDecision {
      names += member.path
      return .read
    }
    mutating func append(_ chunk: Span<UInt8>) {}
    mutating func end(_ outcome: MemberOutcome) {}
    mutating func report(_ problem: ArchiveProblem) {}
  }

  private func names(_ bytes: [UInt8]) -> [[UInt8]] {
    var sink = Names()
    ArchiveWalker().walk(.bytes(bytes), into: &sink)
    return sink.names
  }

  private static let plain: [[UInt8]] =
    [
      "../../etc/passwd", "/etc/passwd", "C:/windows/x", "-rf", "a\nb", "\u{1B}[2Jx", "a b",
      "naïve",
    ].map { Array($0.utf8) } + [[0x63, 0x61, 0x66, 0xE9], [0xFF, 0xFE]]

  @Test func namesOfAZipAreRaw() {
    let members = Self.plain.map { name in
      var member = HandmadeZip.Member("", [1])
      member.name = name
      return member
    }
    #expect(names(HandmadeZip(members: members).build()) == Self.plain)
  }

  @Test func namesMarkedAsUTF8() {
    var member = HandmadeZip.Member("grün/日誌.txt", [1])
    member.flags = 0x800
    #expect(names(HandmadeZip(members: [member]).build()) == [member.name])
  }

  @Test func anInvalidNameMarkedAsUTF8StillHasItsContent() {
    var member = HandmadeZip.Member("", [1])
    member.name = [0x61, 0xE9, 0x62]
    member.flags = 0x800
    let seen = walk(HandmadeZip(members: [member]).build())
    #expect(seen.deliveries.map(\.bytes) == [[1]])
  }

  /// libarchive takes a name that it cannot convert for a lack of memory if `errno` says so, whoever
  /// set it.
  @Test(arguments: [0x800, 0]) func aFormerLackOfMemoryIsNone(_ flags: UInt16) {
    for name in [[0x61, 0xE9, 0x62], [0xFF, 0xFE], Array("grün".utf8)] as [[UInt8]] {
      var member = HandmadeZip.Member("", [1])
      member.name = name
      member.flags = flags
      for access in Access.allCases {
        errno = ENOMEM
        #expect(
          walk(HandmadeZip(members: [member]).build(), access).deliveries.map(\.bytes) == [[1]])
      }
    }
  }

  @Test func aNameWithNULStillHasItsContent() {
    let zip = HandmadeZip(members: [.init("a\u{0}b", [1]), .init("", [2])]).build()
    for access in Access.allCases {
      #expect(walk(zip, access).deliveries.map(\.bytes) == [[1], [2]])
    }
  }

  @Test func namesOfTarsAreRaw() {
    for name in ["../../etc/passwd", "/etc/passwd", "grün/日誌.txt", "a\nb"] {
      for packer in [Packer.ustar, .oldTar, .gnuTar, .pax] {
        #expect(names(packer.pack([Packed(name, [1])])) == [Array(name.utf8)])
      }
    }
    let long = String(repeating: "é", count: 200)
    #expect(names(Packer.pax.pack([Packed(long, [1])])) == [Array(long.utf8)])
    #expect(names(Packer.gnuTar.pack([Packed(long, [1])])) == [Array(long.utf8)])
  }

  @Test func namesOfA7z() {
    #expect(names(Packer.sevenZip.pack([Packed("../a b.txt", [1])])) == [Array("../a b.txt".utf8)])
  }
}
