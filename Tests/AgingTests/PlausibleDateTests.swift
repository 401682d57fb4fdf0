import Findings
import Testing

@testable import Aging

@Suite struct PlausibleDateTests {
  @Test(arguments: [
    ("2021-01-01", "2022-01-01", "2021-01-01", Age.Basis.author, false),
    ("2022-01-01", "2022-01-01", "2022-01-01", .author, false),
    ("2023-01-01", "2022-01-01", "2022-01-01", .committer, true),
    ("2001-01-01", "2022-01-01", "2022-01-01", .committer, true),
    ("2099-01-01", "2022-01-01", "2022-01-01", .committer, true),
    ("2099-01-01", "2099-01-01", "2099-01-01", .committer, true),
    ("1970-01-01", "1970-01-01", "1970-01-01", .committer, true),
    ("2021-01-01", "1970-01-01", "1970-01-01", .committer, true),
  ])
  func `takes the author's date where it is plausible`(
    author: String, committer: String, day: String, basis: Age.Basis, isSuspect: Bool
  ) throws {
    let repository = try TestRepository()
    repository.commit(committer, authored: author, ["a": "k: hunter22\n"])
    let age = try repository.age(of: "hunter22")
    #expect(age.day == day)
    #expect(age.basis == basis)
    #expect(age.isSuspect == isSuspect)
    let days = age.since.map { Timestamp(year: 2026, month: 1, day: 1).days(since: $0) }
    #expect(try #require(days) >= 0)
  }

  @Test func `a day between two clocks is no contradiction`() throws {
    let stamp = try stamp(author: 1_600_086_400, committer: 1_600_000_000)
    let date = PlausibleDate(stamp, asOf: Timestamp(seconds: 1_700_000_000))
    #expect(date.basis == .author)
    #expect(!date.isSuspect)
  }

  @Test(arguments: [Int64.min, -1, 0, .max], [Int64.min, -1, 0, .max])
  func `the ends of time do not overflow`(author: Int64, committer: Int64) throws {
    for now in [Int64.min, 0, 1_700_000_000, .max] {
      let date = PlausibleDate(
        try stamp(author: author, committer: committer), asOf: Timestamp(seconds: now))
      #expect(date.moment.seconds == (date.basis == .author ? author : committer))
      if now == 1_700_000_000 { #expect(date.isSuspect) }
    }
  }

  private func stamp(author: Int64, committer: Int64) throws -> CommitStamp {
    CommitStamp(
      id: try #require(ObjectID(bytes: [UInt8](repeating: 1, count: 20))),
      authorDate: Timestamp(seconds: author), committerDate: Timestamp(seconds: committer))
  }
}
