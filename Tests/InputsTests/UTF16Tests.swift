import Findings
import Testing

@testable import Inputs

/// Text with a byte order mark is decoded, damage included.
struct UTF16Tests {
  private func decode(_ bytes: [UInt8]) -> Document? {
    var documents: [Document] = []
    var writer = SegmentWriter(origin: SegmentWriterTests.origin, limits: InputLimits()) {
      documents.append($0)
    }
    writer.append(whole: bytes)
    writer.finish()
    #expect(documents.count == 1)
    return documents.first
  }

  @Test func bothOrdersAreDecoded() throws {
    for bytes in [[0xFF, 0xFE, 0x41, 0, 0xE9, 0], [0xFE, 0xFF, 0, 0x41, 0, 0xE9]] as [[UInt8]] {
      let document = try #require(decode(bytes))
      #expect(document.bytes == Array("Aé".utf8))
      #expect(document.map.raw(0..<1) == 2..<4)
      #expect(document.isWhole)
    }
  }

  @Test func aMarkAloneIsAnEmptyText() throws {
    for bytes in [[0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0x41]] as [[UInt8]] {
      #expect(try #require(decode(bytes)).bytes.isEmpty)
    }
  }

  @Test func otherMarksAreBytes() throws {
    for bytes in [
      [0xFF], [0xFE], [0xFF, 0xFE, 0, 0], [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], [0xEF, 0xBB, 0xBF],
      [0xEF, 0xBB, 0xBF, 0x41], [0, 0, 0xFE, 0xFF],
    ] as [[UInt8]] {
      #expect(try #require(decode(bytes)).bytes == bytes)
    }
  }

  @Test func unpairedSurrogatesAreReplaced() throws {
    let bytes: [UInt8] = [
      0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC, 0x3D, 0xD8, 0x00, 0xDE, 0x00, 0xD8, 0x7F,
    ]
    let document = try #require(decode(bytes))
    #expect(String(decoding: document.bytes, as: UTF8.self) == "\u{FFFD}A\u{FFFD}😀\u{FFFD}")
    // The pair, found again behind three units.
    let at = try #require(document.bytes.firstIndex(of: 0xF0))
    #expect(document.map.raw(at) == 8)
  }
}
