import Testing

@testable import Detection

@Suite struct WordStartsTests {
  @Test func `no beginning of a word is passed over, and no place outside of the part is asked`() {
    var random = Fixture.Generator(state: 7)
    let alphabet = Array("aZ9\\n-_ [{@`/:é\u{7F}b".utf8)
    for length in 0..<64 {
      for _ in 0..<20 {
        let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        let start = Int.random(in: 0...length, using: &random)
        let part = start..<Int.random(in: start...length, using: &random)
        var asked: [Int] = []
        let found = WordStarts.first(in: bytes, part) {
          asked.append($0)
          return false
        }
        #expect(found == nil && asked == asked.sorted() && asked.allSatisfy(part.contains))
        let begun = part.filter { WordBoundary.begins(bytes, at: $0) && bytes[$0].isAlphanumeric }
        #expect(Set(asked).isSuperset(of: begun))
        #expect(WordStarts.first(in: bytes, part) { begun.contains($0) } == begun.first)
      }
    }
  }

  @Test func `the insides of words are not asked`() {
    let bytes = Array("  wonderful1 NETWORKING camelCaseWords a\\nword".utf8)
    var asked = 0
    _ = WordStarts.first(in: bytes, 2..<42) { _ in
      asked += 1
      return false
    }
    #expect(asked <= 8)
  }
}
