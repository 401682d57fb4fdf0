import Digests
import Testing

struct CRC32Tests {
  /// The check value of the CRC catalogue, and others computed with Python's zlib.
  @Test(arguments: [("123456789", 0xcbf4_3926), ("", 0), ("a", 0xe8b7_be43)])
  func vector(text: String, checksum: UInt32) {
    #expect(CRC32.checksum(Array(text.utf8).span) == checksum)
  }

  @Test func everyByteHasItsOwnEntry() {
    let all = [UInt8](0...255)
    #expect(CRC32.checksum(all.span) == 0x2905_8c73)
    #expect(Set(all.map { CRC32.checksum([$0].span) }).count == 256)
  }
}
