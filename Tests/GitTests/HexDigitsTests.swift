import Findings
import Testing

@testable import Git

@Suite struct HexDigitsTests {
  @Test func `reads names as the general reader does`() {
    let digits = Array("0123456789abcdef".utf8)
    for length in [0, 39, 40, 41, 64, 65] {
      let text = (0..<length).map { digits[($0 * 7 + $0 / 16) % 16] }
      #expect(ObjectID(digits: text[...]) == ObjectID(hex: text))
    }
    for wrong in ["g", "/", ":", "`", " ", "\0"] {
      let text = Array((String(repeating: "0", count: 39) + wrong).utf8)
      #expect(ObjectID(digits: text[...]) == nil)
    }
  }

  @Test func `reads the header of an object, and nothing else`() {
    let id = String(repeating: "a", count: 40)
    let header = BatchReader.header(Array("\(id) blob 12".utf8))
    #expect(header?.id == ObjectID(id))
    #expect(header?.kind == .blob)
    #expect(header?.size == 12)
    for wrong in [
      "", id, "\(id) missing", "\(id) blob", "\(id) blob ", "\(id) blob -1", "\(id) twig 1",
      "\(id) blob 1 2", "\(id) blob 9999999999999999999", "\(id)  1",
    ] {
      #expect(BatchReader.header(Array(wrong.utf8)) == nil, "\(wrong)")
    }
  }
}
