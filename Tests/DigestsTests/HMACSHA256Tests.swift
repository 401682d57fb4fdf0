import Digests
import Testing

/// The test cases of RFC 4231.
struct HMACSHA256Tests {
  private struct Case {
    var key: [UInt8]
    var message: [UInt8]
    var code: String
  }

  private static let cases = [
    Case(
      key: Array(repeating: 0x0b, count: 20), message: Array("Hi There".utf8),
      code: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Case(
      key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8),
      code: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Case(
      key: Array(repeating: 0xaa, count: 20), message: Array(repeating: 0xdd, count: 50),
      code: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    Case(
      key: Array(repeating: 0xaa, count: 131),
      message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      code: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
  ]

  @Test(arguments: cases.indices)
  func vector(index: Int) {
    let vector = Self.cases[index]
    let hmac = HMACSHA256(key: vector.key.span)
    #expect(hmac.authenticate(vector.message.span).hex == vector.code)
    // The key serves any number of messages.
    #expect(hmac.authenticate(vector.message.span).hex == vector.code)
  }

  @Test func emptyKeyAndMessage() {
    let none: [UInt8] = []
    #expect(
      HMACSHA256(key: none.span).authenticate(none.span).hex
        == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }

  @Test func nothingShowsTheKey() {
    let hmac = HMACSHA256(key: Array(repeating: 0x77, count: 32).span)
    var dumped = ""
    dump(hmac, to: &dumped)
    for text in ["\(hmac)", String(reflecting: hmac), dumped] {
      #expect(text.contains("redacted"))
      #expect(!text.contains("state"))
    }
    #expect(Mirror(reflecting: hmac).children.isEmpty)
  }
}
