import Testing

@testable import Detection

@Suite struct PrefixFinderTests {
  static let texts: [StaticString] = ["!ref", "vault:", "!reference", "vars.", "$__", "v"]

  private func first(_ value: String, ignoringCase: Bool = true) -> Int? {
    PrefixFinder(Self.texts, ignoringCase: ignoringCase).first(in: Array(value.utf8))
  }

  @Test(arguments: [
    ("!Ref x", 0), ("vault:x", 1), ("VAULT:", 1), ("vars.x", 3), ("$__x", 4), ("Volume", 5),
  ])
  func theFirstTextThatFitsIsFound(value: String, number: Int) {
    #expect(first(value) == number)
  }

  @Test(arguments: ["", "!re", "$_", "x", "!\u{12}ef"])
  func otherwiseNoneIs(value: String) { #expect(first(value) == nil) }

  @Test func caseCountsUnlessItIsIgnored() {
    #expect(first("VAULT:", ignoringCase: false) == nil)
    #expect(first("vault:", ignoringCase: false) == 1)
  }

  @Test func aTestOfTheLengthGoesOnToLongerTexts() {
    let finder = PrefixFinder(Self.texts)
    #expect(finder.first(in: Array("!reference".utf8)) { $0 == 10 } == 2)
    #expect(finder.first(in: Array("!reference".utf8)) { $0 == 9 } == nil)
  }
}
