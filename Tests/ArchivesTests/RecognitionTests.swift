import Archives
import Testing

struct RecognitionTests {
  private func kind(_ bytes: [UInt8]) -> ArchiveKind? {
    ArchiveKind.recognise(Array(bytes.prefix(ArchiveKind.prefixLength)).span)
  }

  @Test(arguments: [
    (Packer.zip, ArchiveKind.zip), (.storedZip, .zip), (.streamedZip, .zip), (.pax, .tar),
    (.ustar, .tar),
    (.oldTar, .tar), (.gnuTar, .tar), (.sevenZip, .sevenZip), (.gzip, .gzip), (.bzip2, .bzip2),
    (.xz, .xz), (.zstd, .zstd),
  ])
  func eachFormatByItsContent(packer: Packer, expected: ArchiveKind) {
    #expect(kind(packer.pack([Packed("a.log", logText(lines: 20))])) == expected)
  }

  @Test func emptyAndSplitZips() {
    let empty = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
    #expect(kind(empty) == .zip)
    let zip = HandmadeZip(members: [.init("a", [1])]).build()
    #expect(kind([0x50, 0x4B, 7, 8] + zip) == .zip)
    #expect(kind(Array("PK00".utf8) + zip) == .zip)
  }

  @Test func skippableZstdFrames() {
    #expect(kind([0x5A, 0x2A, 0x4D, 0x18, 1, 0, 0, 0, 9]) == .zstd)
  }

  @Test(arguments: [
    "", "P", "PK", "PK is the mark of a zip", "PK\u{5}\u{6} but text follows after it, and more",
    "PK\u{7}\u{8}text", "BZh is bzip2", "BZh9 runs on for a while", "7z is an archiver",
    "7z\u{BC}", "\u{1F}", "(\u{B5}/ý", "{\"a\": 1}",
  ])
  func textIsNoArchive(text: String) {
    #expect(kind(Array(text.utf8)) == nil)
  }

  @Test func textOfAHeadersLengthIsNoTar() {
    #expect(kind(logText(lines: 40)) == nil)
    #expect(kind([UInt8](repeating: 0, count: 512)) == nil)
    #expect(kind([UInt8](repeating: 0x20, count: 512)) == nil)
    #expect(kind([UInt8](repeating: 0x30, count: 512)) == nil)
  }

  @Test func aTarHeaderWithAWrongChecksumIsNoTar() {
    var tar = Packer.ustar.pack([Packed("a.log", logText(lines: 20))])
    tar[3] ^= 1
    #expect(kind(tar) == nil)
  }

  @Test func reservedGzipFlagsAreNoGzip() {
    #expect(kind([0x1F, 0x8B, 8, 0xE0, 0, 0]) == nil)
    #expect(kind([0x1F, 0x8B, 7, 0, 0, 0]) == nil)
  }
}
