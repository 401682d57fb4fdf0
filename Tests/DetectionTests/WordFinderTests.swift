import Testing

@testable import Detection

/// The quick answers are the same as the plain ones.
@Suite struct WordFinderTests {
  private static let words: [StaticString] = [
    "example", "exam", "am", "your_", "-here", "xxxxxx", "[a-z", "\\d", "(?i", "z9",
  ]

  @Test func findsWhatAWordByWordSearchFinds() {
    let finder = WordFinder(Self.words)
    var generator = Fixture.Generator(state: 3)
    let alphabet = Array("aEexXmMpPlL-_\\d(?i[Zz9 hHrRyYoOuU".utf8)
    for _ in 0..<3_000 {
      var bytes = (0..<Int(generator.next() % 30)).map { _ in
        alphabet[Int(generator.next() % UInt64(alphabet.count))]
      }
      if generator.next() % 2 == 0 {
        let word = Self.words[Int(generator.next() % UInt64(Self.words.count))]
        let place = Int(generator.next() % UInt64(bytes.count + 1))
        let mixed = "\(word)".utf8.map { byte in
          byte.isLetter && generator.next() % 2 == 0 ? byte ^ 0x20 : byte
        }
        bytes.insert(contentsOf: mixed, at: place)
      }
      for limit in [0, 1, 5, bytes.count, .max] {
        let seen = Array(bytes.prefix(limit))
        let expected = Self.words.indices.reduce(0 as UInt64) { bits, index in
          seen.contains(ignoringCase: Self.words[index]) ? bits | 1 << UInt64(index) : bits
        }
        #expect(finder.find(in: bytes, limit: limit) == expected)
      }
      #expect(finder.isAny(in: bytes) == (finder.find(in: bytes) != 0))
    }
  }

  @Test func aByteSetHoldsItsBytes() {
    let set = ByteSet("09:Az~\u{7F}ß")
    let bytes = Set("09:Az~\u{7F}ß".utf8)
    for byte in UInt8.min...UInt8.max { #expect(set.contains(byte) == bytes.contains(byte)) }
  }

  @Test func aTableKnowsItsWordsAndNoOthers() throws {
    let lists: [(flag: UInt32, words: [String])] = [
      (1, ["a", "token", "authentication", "exactly16letters"]),
      (2, ["token", "b", "longer-than-sixteen-bytes"]),
    ]
    let table = WordTable(lists)
    func flags(_ word: String) throws -> UInt32 { table[try #require(PackedWord(word.utf8))] }
    #expect(try flags("a") == 1)
    #expect(try flags("token") == 3)
    #expect(try flags("b") == 2)
    #expect(try flags("exactly16letters") == 1)
    #expect(PackedWord("longer-than-sixteen-bytes".utf8) == nil)
    for word in ["", "to", "tokens", "toke\0", "exactly16letterS", "authenticatio"] {
      #expect(try flags(word) == 0, "\(word)")
    }
    let many = (0..<2_000).map { "w\($0)" }
    let large = WordTable([(4, many)])
    for word in many { #expect(large[try #require(PackedWord(word.utf8))] == 4) }
    #expect(large[try #require(PackedWord("w2000".utf8))] == 0)
  }
}
