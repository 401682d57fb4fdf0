import Findings
import Testing

@Suite struct SecretTests {
  private let value = "can" + "ary-" + "0123456789abcdef"

  @Test func noDescriptionShowsTheValue() {
    let secret = Secret(value.utf8, publicPrefix: 4)
    struct Holder { let secret: Secret }
    var dumped = ""
    dump(Holder(secret: secret), to: &dumped)
    let shown = [
      "\(secret)", String(describing: secret), String(reflecting: secret), dumped,
      "\(Holder(secret: secret))", "\([secret])", "\(Optional(secret) as Any)", secret.redacted,
    ]
    for text in shown {
      #expect(!text.contains("ry-0"), "shown: \(text)")
      #expect(text.contains("… (23 bytes)"))
    }
  }

  @Test(arguments: [(40, 4, 4), (40, 12, 4), (12, 4, 3), (3, 4, 0), (0, 4, 0), (40, -1, 0)])
  func thePublicPrefixIsNeverMoreThanAQuarter(length: Int, asked: Int, shown: Int) {
    let secret = Secret(repeatElement(0x61, count: length), publicPrefix: asked)
    #expect(secret.publicPrefix == shown)
    #expect(secret.redacted.prefix { $0 == "a" }.count == shown)
  }

  @Test func theLengthIsSpelledForPeople() {
    #expect(Secret([0x61]).redacted == "… (1 byte)")
    #expect(Secret([]).redacted == "… (0 bytes)")
  }

  @Test func aHostilePrefixIsEscaped() {
    let secret = Secret([0x1B] + Array(repeating: UInt8(0x61), count: 39), publicPrefix: 1)
    #expect(secret.redacted == "\\x1b… (40 bytes)")
  }

  @Test func equalityIsOfTheBytesAndRevealGivesThem() {
    #expect(Secret(value.utf8) == Secret(value.utf8, publicPrefix: 3))
    #expect(Secret(value.utf8) != Secret("other".utf8))
    #expect(Secret(value.utf8).reveal { $0.count } == 23)
  }
}
