import Testing

@testable import Rules

@Suite struct NumeralTests {
  // 4145731830 is the CRC-32 of 31 zeros.
  @Test(arguments: [
    (4_145_731_830, "4WZ4EQ"), (UInt32.max, "4gfFC3"), (0, "000000"), (61, "00000z"),
  ])
  func writesBase62(_ number: UInt32, _ text: String) {
    #expect(Numeral.base62.text(number, width: 6) == Array(text.utf8))
    #expect(Numeral.base62.number(text.utf8) == number)
  }

  @Test(arguments: ["", "zzzzzzzz", "A", "1 ", "1z141z4"])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(Numeral.base36.number(text.utf8) == nil)
  }

  @Test func readsTheLargestNumber() {
    #expect(Numeral.base36.number("1z141z3".utf8) == .max)
  }
}
