import Testing

@testable import benchmark

@Suite struct SummaryTests {
  @Test func medianOfOddAndEvenNumbers() throws {
    let odd = try #require(Summary([9, 1, 4]))
    #expect((odd.median, odd.least, odd.most) == (4, 1, 9))
    #expect(Summary([4, 1, 9, 2])?.median == 3)
    #expect(Summary([]) == nil)
  }

  /// The medians are 10 and 4, but run by run the other took twice and three times as long.
  @Test func ratiosArePairwise() throws {
    let ratio = try #require(Summary.ratio(of: [4, 10, 90], to: [2, 4, 30]))
    #expect((ratio.median, ratio.least, ratio.most) == (2.5, 2, 3))
    #expect(Summary.ratio(of: [1, 2], to: []) == nil)
    #expect(Summary.ratio(of: [1, 8], to: [0, 4])?.median == 2)
  }
}
