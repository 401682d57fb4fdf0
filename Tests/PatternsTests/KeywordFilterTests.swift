import Patterns
import Testing

struct KeywordFilterTests {
  private func filter(_ words: [String], ignoringCase: Bool = false) throws -> KeywordFilter {
    KeywordFilter(try words.map { try #require(Keyword($0.utf8, ignoringCase: ignoringCase)) })
  }

  private func hits(
    _ filter: KeywordFilter, in bytes: [UInt8], range: Range<Int>? = nil
  ) -> [KeywordHit] {
    var hits = [KeywordHit(offset: -1, keyword: -1)]
    filter.findHits(in: bytes.span, range: range ?? 0..<bytes.count, into: &hits)
    return hits
  }

  private func hits(_ filter: KeywordFilter, in text: String) -> [[Int]] {
    hits(filter, in: Array(text.utf8)).map { [$0.offset, $0.keyword] }
  }

  @Test func aKeywordHasThreeBytesOrMore() {
    #expect(Keyword("ab".utf8) == nil)
    #expect(Keyword("".utf8) == nil)
    #expect(Keyword("abc".utf8)?.bytes == [0x61, 0x62, 0x63])
  }

  @Test func noKeywordsAndNoTextGiveNoHits() throws {
    #expect(hits(KeywordFilter([]), in: "some text that is long enough").isEmpty)
    #expect(hits(try filter(["abc"]), in: "").isEmpty)
    #expect(hits(try filter(["abc"]), in: "ab").isEmpty)
  }

  @Test func overlappingKeywordsAreAllReported() throws {
    let filter = try filter(["abcd", "bcd", "abc", "abcd", "cdab"])
    #expect(hits(filter, in: "abcdabc") == [[0, 0], [0, 2], [0, 3], [1, 1], [2, 4], [4, 2]])
    #expect(hits(try self.filter(["aaa", "aaaa"]), in: "aaaaa").count == 5)
  }

  /// At every place of a text, odd and even, first and last, with each length around a word's.
  @Test func everyPlaceIsFound() throws {
    for length in 3...26 {
      let word = (0..<length).map { UInt8(ascii: "a") + UInt8($0) }
      let filter = KeywordFilter([try #require(Keyword(word))])
      for offset in 0...40 {
        for behind in [0, 1, 2, 15, 33] {
          let fill = [UInt8](repeating: 0x2e, count: offset + behind)
          let text = fill[..<offset] + word + fill[offset...]
          #expect(hits(filter, in: Array(text)) == [KeywordHit(offset: offset, keyword: 0)])
        }
      }
    }
  }

  @Test func onlyWhatLiesInTheRangeIsReported() throws {
    let filter = try filter(["abc", "abcd", "bcd"])
    let text = Array("xabcdx".utf8)
    #expect(hits(filter, in: text, range: 1..<4) == [KeywordHit(offset: 1, keyword: 0)])
    #expect(hits(filter, in: text, range: 2..<6) == [KeywordHit(offset: 2, keyword: 2)])
    #expect(hits(filter, in: text, range: 2..<4).isEmpty)
    #expect(hits(filter, in: text, range: 6..<6).isEmpty)
  }

  @Test(arguments: [1, 2, 3, 7, 16, 64, 1000])
  func piecesFindWhatTheWholeFinds(length: Int) throws {
    let filter = try filter(["abc", "abcd", "bcdab", "aaaa", "dabcdabcdabcdabcda"])
    var random = SystemRandomNumberGenerator()
    var text: [UInt8] = (0..<700).map { _ in UInt8.random(in: 0x61...0x64, using: &random) }
    text += Array("abcdabcdabcdabcdabcd".utf8)
    var found: [KeywordHit] = []
    var hits: [KeywordHit] = []
    for start in stride(from: 0, to: text.count, by: length) {
      filter.findHits(
        in: text.span, startingIn: start..<min(start + length, text.count), into: &hits)
      found += hits
    }
    #expect(found == self.hits(filter, in: text))
  }

  @Test(arguments: ["aZq", "k_9Z", "Tok-En.x", "xYabcd9_eF"])
  func everyCaseIsFoundWhenIgnored(word: String) throws {
    let given = Array(word.utf8)
    let exact = KeywordFilter([try #require(Keyword(given))])
    let ignoring = KeywordFilter([try #require(Keyword(given, ignoringCase: true))])
    let letters = given.indices.filter { 0x61...0x7a ~= given[$0] | 0x20 }
    for choice in 0..<1 << letters.count {
      var variant = given
      for (bit, index) in letters.enumerated() where choice >> bit & 1 == 1 {
        variant[index] ^= 0x20
      }
      for lead in 0...1 {
        let text = [UInt8](repeating: 0x20, count: lead) + variant
        #expect(hits(ignoring, in: text).count == 1)
        #expect(hits(exact, in: text).count == (choice == 0 ? 1 : 0))
      }
    }
  }

  /// The table forgets bits 5 and 7 of a byte; the comparison must not.
  @Test(arguments: [false, true])
  func onlyLettersHaveCases(ignoringCase: Bool) throws {
    let word = Array("[@_1-z{`".utf8)
    let filter = KeywordFilter([try #require(Keyword(word, ignoringCase: ignoringCase))])
    #expect(hits(filter, in: word).count == 1)
    for index in word.indices {
      for flip: UInt8 in [0x20, 0x80, 0xa0] {
        var other = word
        other[index] ^= flip
        let isCase = ignoringCase && flip == 0x20 && word[index] == UInt8(ascii: "z")
        #expect(hits(filter, in: other).count == (isCase ? 1 : 0))
      }
    }
  }

  @Test func bytesNeedNotBeText() throws {
    let filter = KeywordFilter([try #require(Keyword([0x00, 0xff, 0x00, 0xc3]))])
    #expect(hits(filter, in: [0xff, 0x00, 0xff, 0x00, 0xc3]).map(\.offset) == [1])
  }

  @Test func hitsComeInOrder() throws {
    // The rare part of the long keyword stands far behind its begin.
    let filter = try filter(["eeeeeeeeeez_jq", "eez_", "z_jq", "een"])
    #expect(
      hits(filter, in: "-eeeeeeeeeez_jq-een") == [[1, 0], [9, 1], [11, 2], [16, 3]])
  }
}
