import Findings
import Testing

@testable import Reporting

@Suite struct WordsTests {
  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1.0 kB"), (9_949, "9.9 kB"),
    (9_960, "10 kB"), (34_567, "35 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"),
    (14_200_000, "14 MB"), (2_500_000_000, "2.5 GB"), (.max, "9223 PB"),
  ])
  func bytesAreInHumanUnits(number: Int, words: String) {
    #expect(Numbers.bytes(number) == words)
  }

  @Test func numbersAreGroupedAndCounted() {
    #expect(Numbers.grouped(1_234_567) == "1,234,567")
    #expect(Numbers.grouped(-1_000) == "-1,000")
    #expect(Numbers.grouped(.min) == "-9,223,372,036,854,775,808")
    #expect(Numbers.count(1, "file") == "1 file")
    #expect(Numbers.count(2, "entry", "entries") == "2 entries")
  }

  @Test(arguments: [
    ("2021-02-03", "2026-11-23", "5 years 9 months"), ("2025-11-23", "2026-11-23", "1 year"),
    ("2025-11-24", "2026-11-23", "11 months 30 days"), ("2026-11-11", "2026-11-23", "12 days"),
    ("2026-11-22", "2026-11-23", "1 day"), ("2026-11-23", "2026-11-23", "less than a day"),
    ("2027-01-01", "2026-11-23", "less than a day"), ("2026-01-31", "2026-02-28", "1 month"),
    ("2024-02-29", "2025-02-28", "1 year"), ("2026-01-31", "2026-03-01", "1 month 1 day"),
    ("2026-10-23T12:00:00Z", "2026-11-23T11:00:00Z", "30 days"),
    ("2026-10-23T12:00:00Z", "2026-11-23T12:00:00Z", "1 month"),
    ("2020-12-15", "2021-01-14", "30 days"), ("1970-01-01", "2026-11-23", "56 years 10 months"),
  ])
  func durationsFollowTheCalendar(from: String, to: String, words: String) {
    #expect(Duration.words(from: Sample.day(from), to: Sample.day(to)) == words)
  }

  @Test func anExtremeDateDoesNotTrap() {
    let first = Timestamp(seconds: .min)
    #expect(Duration.words(from: first, to: Sample.asOf).contains("years"))
    #expect(Duration.words(from: Sample.asOf, to: Timestamp(seconds: .max)).contains("years"))
  }

  private func age(
    _ age: Age?, _ rotation: Rotation? = nil
  ) -> String { AgeWords.phrases(age, rotation, asOf: Sample.asOf).joined(separator: ", ") }

  @Test func anAgeThatWasNotComputedIsNotSpokenOf() { #expect(age(nil) == "") }

  @Test func agesAreSpokenOf() {
    let since = Sample.day("2021-02-03")
    let commit = Sample.commit("2f", "2021-02-03")
    #expect(
      age(
        Age(since: since, basis: .author, introduced: commit, isAtHead: true, files: 1),
        Rotation(first: commit))
        == "for 5 years 9 months, since 2021-02-03 (commit 2f2f2f2f), never rotated")
    #expect(
      age(Age(since: Sample.day("2026-11-11"), basis: .author, isLowerBound: true))
        == "for >= 12 days, since 2026-11-11 or earlier, history truncated")
    #expect(age(Age(since: nil, basis: .uncommitted)) == "new: it stands in no commit yet")
    #expect(
      age(Age(since: nil, basis: .unreachable))
        == "unknown: it stands only in objects that no ref reaches")
    #expect(age(Age(since: nil, basis: .author)) == "unknown")
    #expect(
      age(Age(since: Sample.day("2106-02-07"), basis: .author, isSuspect: true))
        == "dated in the future, since 2106-02-07, the dates of the commit are suspect")
    #expect(
      age(Age(since: since, basis: .logLine)) == "for 5 years 9 months, printed on 2021-02-03")
  }

  @Test func rotationsAreSpokenOf() {
    let last = Sample.commit("2f", "2023-01-02")
    #expect(
      age(
        nil,
        Rotation(
          first: last, changes: Array(repeating: last, count: 1), isReused: false))
        == "rotated once, on 2023-01-02")
    #expect(
      age(
        nil,
        Rotation(
          first: last, changes: Array(repeating: last, count: 3), isReused: true))
        == "rotated 3 times, last on 2023-01-02, an earlier value is in use again")
    let cut = Age(since: Sample.day("2026-11-11"), basis: .author, isLowerBound: true)
    #expect(age(cut, Rotation(first: last)).hasSuffix("no rotation seen"))
  }

  @Test func verdictsAreSpokenOf() {
    func words(_ state: LifetimeVerdict.State) -> String {
      LifetimeWords.phrase(LifetimeVerdict(state: state, evidence: ""), asOf: Sample.asOf)
    }
    let past = Sample.day("2024-05-01")
    #expect(words(.expiredProved(past)) == "expired on 2024-05-01")
    #expect(words(.expiredByBound(past)) == "dead since 2024-05-01 at the latest")
    #expect(
      words(.validUntil(Sample.day("2027-01-01")))
        == "valid until 2027-01-01, for another 1 month 9 days")
    #expect(words(.validUntil(past)) == "valid until 2024-05-01")
    #expect(words(.noExpiry).hasPrefix("no expiry"))
    #expect(words(.unknown) == "expiry unknown")
  }

  @Test func documentsHaveTheirRootsPrefix() {
    var report = Sample.empty
    report.roots = [Root(prefix: Path("../other/"), isRepository: false)]
    let inside = Origin(source: .file, path: Path("a.zip"), members: [Path("b\u{1B}.txt")])
    #expect(PlaceWords.document(inside, report) == "../other/a.zip > b\\x1b.txt")
    report.roots = []
    #expect(PlaceWords.document(inside, report) == "a.zip > b\\x1b.txt", "a root that is not there")
    let standard = Origin(source: .standardInput, path: Path(""))
    #expect(PlaceWords.document(standard, report) == "standard input")
  }

  @Test func longTextIsClipped() {
    #expect(PlaceWords.clipped("abc", 3) == "abc")
    #expect(PlaceWords.clipped("abcd", 3) == "abc…")
  }

  @Test func equalValuesFindEachOther() {
    let report = Sample.story
    let (first, count) = CorrelationIndex(report).others(of: report.findings[0], first: 3)
    #expect(first.map(\.id) == ["44556677"])
    #expect(count == 1)
    #expect(CorrelationIndex(report).others(of: report.findings[1], first: 3).count == 0)
  }
}
