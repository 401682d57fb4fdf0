import Findings
import Testing

@Suite struct Base64Tests {
  // RFC 4648 §10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func encodesAndDecodes(_ plain: String, _ text: String) {
    #expect(Base64.encode(Array(plain.utf8)) == Array(text.utf8))
    #expect(Base64.decode(text.utf8) == Array(plain.utf8))
    #expect(Base64.decode(text.utf8.filter { $0 != UInt8(ascii: "=") }) == Array(plain.utf8))
  }

  @Test func knowsBothAlphabets() {
    #expect(Base64.encode([0xFB, 0xFF], isURL: false) == Array("+/8=".utf8))
    #expect(Base64.encode([0xFB, 0xFF], isURL: true) == Array("-_8".utf8))
    #expect(Base64.decode("-_8".utf8) == [0xFB, 0xFF])
    #expect(Base64.decode("+/8=".utf8) == [0xFB, 0xFF])
  }

  @Test(arguments: ["Z", "Zg=", "Zg===", "Z g=", "Zg==Zg==", "Zm9v=", "Zm\u{e9}v", "Zm9vY"])
  func refusesWhatIsNone(_ text: String) {
    #expect(Base64.decode(text.utf8) == nil)
  }
}
