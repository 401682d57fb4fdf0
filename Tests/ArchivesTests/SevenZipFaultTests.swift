import Archives
import Testing

struct SevenZipFaultTests {
  private let text = logText(lines: 500)

  private var archive: [UInt8] {
    Packer.sevenZip.pack([Packed("a", text), Packed("b", text), Packed("c", text)])
  }

  @Test(arguments: Access.allCases)
  func whatIsLostBehindDamageIsReported(access: Access) {
    var bytes = archive
    // The packed content lies behind the signature header of 32 bytes. An LZMA stream begins
    // with a zero.
    for index in 32..<200 { bytes[index] = 0xFF }
    let seen = walk(bytes, access)
    #expect(seen.deliveries.map(\.path) == [["a"]])
    #expect(seen.deliveries.map(\.fault) == [.damaged])
    #expect(seen.problems == [.init(path: [], fault: .damaged)])
    #expect(!seen.isOutOfOrder)
  }

  @Test(arguments: Access.allCases)
  func aCutArchiveIsDeliveredRaw(access: Access) {
    let bytes = Array(archive.dropLast(20))
    let seen = walk(bytes, access)
    #expect(seen.deliveries.map(\.bytes) == [bytes])
    #expect(
      seen.deliveries.map(\.fault) == [.truncated])
  }
}
