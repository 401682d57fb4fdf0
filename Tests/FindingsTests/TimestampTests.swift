import Findings
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_612_325_106, "2021-02-03T04:05:06Z"),
      (-1, "1969-12-31T23:59:59Z"), (-86_400, "1969-12-31T00:00:00Z"),
      (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (4_102_444_800, "2100-01-01T00:00:00Z"), (-2_208_988_800, "1900-01-01T00:00:00Z"),
    ] as [(Int64, String)])
  func secondsAndCalendarAgree(seconds: Int64, text: String) {
    #expect(Timestamp(seconds: seconds).description == text)
    #expect(Timestamp(text) == Timestamp(seconds: seconds))
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for day in stride(from: -719_000, through: 200_000, by: 37) {
      let moment = Timestamp(seconds: Int64(day) * 86_400 + 5)
      let (year, month, date) = moment.date
      #expect(Timestamp(year: year, month: month, day: date, second: 5) == moment)
    }
  }

  @Test func daysAreWholeAndNeverNegative() {
    let old = Timestamp(year: 2021, month: 2, day: 3)
    #expect(Timestamp(year: 2026, month: 11, day: 23).days(since: old) == 2_119)
    #expect(Timestamp(seconds: old.seconds + 86_399).days(since: old) == 0)
    #expect(old.days(since: Timestamp(year: 2022, month: 1, day: 1)) == 0)
  }

  /// A commit's date is the attacker's.
  @Test func theEndsOfTheRangeDoNotTrap() {
    let first = Timestamp(seconds: .min)
    let last = Timestamp(seconds: .max)
    #expect(last.days(since: first) == Int(Int64.max / 86_400))
    #expect(first.days(since: last) == 0)
    #expect(first.description.hasPrefix("-"))
    #expect(last.description.hasSuffix("Z"))
  }

  @Test(arguments: [
    ("2021-02-03", "2021-02-03T00:00:00Z"), ("2021-02-03 04:05:06", "2021-02-03T04:05:06Z"),
    ("2021-02-03t04:05:06z", "2021-02-03T04:05:06Z"),
    ("2021-02-03T04:05:06.1234567Z", "2021-02-03T04:05:06Z"),
    ("2021-02-03T04:05:06+02:00", "2021-02-03T02:05:06Z"),
    ("2021-02-03T04:05:06-0530", "2021-02-03T09:35:06Z"),
    ("2021-02-03T04:05:06+02", "2021-02-03T02:05:06Z"),
    ("2021-02-03T04:05:06.123456789012345678901234567890+01:00", "2021-02-03T03:05:06Z"),
  ])
  func isoFormsAreRead(text: String, expected: String) {
    #expect(Timestamp(text)?.description == expected)
  }

  @Test(arguments: [
    "", "2021", "2021-13-01", "2021-00-10", "2021-02-30", "2021-04-31", "2021-02-03T",
    "2021-02-03T25:00:00Z", "2021-02-03T04:05:06+01:", "21-02-03", "2021-02-03Z",
  ])
  func otherTextIsNoDate(text: String) { #expect(Timestamp(text) == nil) }

  @Test func whatFollowsADateIsLeft() {
    let line = Array("2021-02-03T04:05:06.5Z build started".utf8)
    #expect(Timestamp.parse(line)?.length == 22)
    #expect(Timestamp.parse(Array(line[5...])) == nil)
    #expect(Timestamp.parse(Array("2021-02-03T99:00:00Z".utf8))?.length == 10)
  }
}
