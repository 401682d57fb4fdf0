import Archives
import Testing

struct TarFaultTests {
  private let text = logText(lines: 2000)

  private func members(_ names: String...) -> [Packed] {
    names.map { Packed($0, text) }
  }

  @Test(arguments: [HandmadeTar.Style.ustar, .gnu, .pax])
  func whatHasNoContentIsPassedOver(style: HandmadeTar.Style) {
    let tar = HandmadeTar(
      style: style,
      members: [
        Packed("a", text), Packed("folder", type: 0o040000),
        Packed("symlink", type: 0o120000, link: "/etc/passwd"),
        Packed("hardlink", type: 0o100000, link: "a"), Packed("tty", type: 0o020000),
        Packed("disk", type: 0o060000), Packed("fifo", type: 0o010000), Packed("z", text),
      ])
    for access in Access.allCases {
      let seen = walk(tar.build(), access)
      #expect(seen.contents == ["a": text, "z": text])
      #expect(seen.problems.isEmpty)
    }
  }

  @Test(arguments: Access.allCases)
  func aDamagedHeaderCostsNoOtherMember(access: Access) {
    var tar = Packer.ustar.pack(members("a", "b", "c"))
    let second = 512 + (text.count + 511) / 512 * 512
    tar[second + 5] ^= 0xFF
    let seen = walk(tar, access)
    #expect(seen.contents == ["a": text, "c": text])
    #expect(seen.problems == [.init(path: [], fault: .damaged)])
  }

  @Test(arguments: Access.allCases)
  func aHugeSpecialHeaderCostsNoOtherMember(access: Access) {
    let writer = HandmadeTar(style: .pax, members: [])
    let huge = writer.file(
      "PaxHeader", HandmadeTar.paxRecord("comment", noiseBytes(3 << 20)), flag: "x")
    let tar =
      HandmadeTar(style: .ustar, members: members("a"), hasEnd: false).build() + huge
      + Packer.ustar.pack(members("z"))
    let seen = walk(tar, access)
    #expect(seen.contents == ["a": text, "z": text])
  }

  @Test(arguments: Access.allCases)
  func tarsOneBehindTheOther(access: Access) {
    let tar = Packer.ustar.pack(members("a")) + Packer.gnuTar.pack(members("b"))
    let seen = walk(tar, access)
    #expect(seen.contents == ["a": text, "b": text])
    #expect(seen.problems.isEmpty)
  }

  @Test(arguments: Access.allCases)
  func paddingAndGarbageBehindTheEnd(access: Access) {
    let tar = Packer.ustar.pack(members("a")) + [UInt8](repeating: 0, count: 8192)
    #expect(walk(tar, access).problems.isEmpty)
    let seen = walk(tar + noiseBytes(4096), access)
    #expect(seen.contents == ["a": text])
    #expect(seen.problems == [.init(path: [], fault: .trailingBytes)])
  }

  @Test(arguments: Access.allCases)
  func cuts(access: Access) {
    let tar = Packer.ustar.pack(members("a", "b"))
    let second = 512 + (text.count + 511) / 512 * 512
    let inBody = walk(Array(tar.prefix(second + 512 + 1000)), access)
    #expect(inBody.deliveries.map(\.fault) == [nil, .truncated])
    #expect(inBody.contents == ["a": text, "b": Array(text.prefix(1000))])
    let inHeader = walk(Array(tar.prefix(second + 100)), access)
    #expect(inHeader.contents == ["a": text])
    #expect(inHeader.faults == [.truncated])
  }

  @Test(arguments: Access.allCases)
  func aSizeBeyondTheEnd(access: Access) {
    let writer = HandmadeTar(style: .ustar, members: [])
    let tar = writer.file("liar", text, flag: "0", size: 0o77777777777)
    let seen = walk(tar, access)
    #expect(seen.deliveries.map(\.fault) == [.truncated])
    #expect(seen.deliveries[0].bytes.starts(with: text))
  }

  @Test(arguments: [HandmadeTar.Style.gnu, .pax])
  func aNameOf5000BytesIsCut(style: HandmadeTar.Style) {
    let name = String(repeating: "n", count: 5000)
    let tar = HandmadeTar(style: style, members: [Packed(name, text), Packed("b", text)]).build()
    let seen = walk(tar)
    let cut = String(name.prefix(4096))
    #expect(seen.contents == [cut: text, "b": text])
    #expect(seen.problems == [.init(path: [Array(cut.utf8)], fault: .limited(.nameBytes))])
  }
}
