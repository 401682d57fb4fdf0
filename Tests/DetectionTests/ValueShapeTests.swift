import Testing

@testable import Detection

/// The counts of a value are those that a look at each byte gives.
@Suite struct ValueShapeTests {
  @Test func eachByteIsCounted() {
    var random = Fixture.Generator(state: 5)
    for length in [0, 1, 7, 8, 40, 254, 255, 256, 510, 511, 1_000] {
      for limit in [128, 256] as [UInt64] {
        let value = (0..<length).map { _ in UInt8(random.next() % limit) }
        let shape = ValueShape(value)
        #expect(shape.lowercase == value.count(where: \.isLowercase))
        #expect(shape.uppercase == value.count(where: \.isUppercase))
        #expect(shape.digits == value.count(where: \.isDigit))
        #expect(shape.hexDigits == value.count(where: \.isHexDigit))
        #expect(shape.blanks == value.count { $0.isBlank || $0.isNewline })
        #expect(shape.symbols == value.count { (0x21...0x7E).contains($0) && !$0.isAlphanumeric })
        #expect(
          shape.others
            == value.count { !(0x21...0x7E).contains($0) && !$0.isBlank && !$0.isNewline })
        let turns = zip(value, value.dropFirst()).count {
          $0.isLetter && $1.isDigit || $0.isDigit && $1.isLetter
        }
        #expect(shape.turns == turns)
        #expect(ValueShape(value.lazy.map { $0 }.dropFirst()).count == max(0, length - 1))
      }
    }
  }
}
