import Findings
import Logs
import Testing

@Suite struct LogArchiveMemberTests {
  @Test(arguments: [
    ("0_build.txt", LogArchiveMember.jobFile(job: "build")),
    ("15_x (Arm64, Release) _ install.txt", .jobFile(job: "x (Arm64, Release) _ install")),
    ("logs_123/0_build.txt", .jobFile(job: "build")),
    ("3_build (1).txt", .jobFile(job: "build (1)")),
    (
      "build (x, 0)/1_Set up job.txt",
      .stepFile(job: "build (x, 0)", number: 1, name: "Set up job")
    ),
    ("logs_9/build/12_Run a_b.txt", .stepFile(job: "build", number: 12, name: "Run a_b")),
    ("run.zip/build/1_x.txt", .stepFile(job: "build", number: 1, name: "x")),
    ("__MACOSX/build/1_x.txt", .other), ("__MACOSX/build/._1_x.txt", .other),
    ("build/._1_x.txt", .other), (".DS_Store", .other), ("build/system.txt", .other),
    ("0_build.log", .other), ("build.txt", .other), ("_build.txt", .other), ("1_.txt", .other),
    ("12345678_x.txt", .other), ("", .other), ("/", .other), ("logs_1", .other), (".txt", .other),
  ])
  func aNameTellsWhatAMemberIs(path: String, member: LogArchiveMember) {
    #expect(LogArchiveMember.parse(Path(path)) == member)
  }

  @Test func aMemberHasAPlace() {
    #expect(LogArchiveMember.parse(Path("b/1_Set up.txt")).place == Place(job: "b", step: "Set up"))
    #expect(LogArchiveMember.parse(Path("0_b.txt")).place == Place(job: "b"))
    #expect(LogArchiveMember.other.place.isEmpty)
  }

  static let long = String(repeating: "long name ", count: 12)
  // 89 units and the first half of a character of two.
  static let split = String(repeating: "a", count: 89) + "\u{FFFD}"

  @Test(arguments: [
    ("0_build.txt", "build/1_x.txt", true), ("0_build.txt", "Build/1_x.txt", false),
    ("0_a _ b.txt", "a  b/1_x.txt", true),
    ("0_a (linux_amd64).txt", "a (linuxamd64)/1_x.txt", true),
    ("0_\(long).txt", "\(long.prefix(89))/1_x.txt", true),
    ("0_\(String(repeating: "a", count: 89))\u{1F600}b.txt", "\(split)/1_x.txt", true),
    ("0_\(long).txt", "long name/1_x.txt", false), ("0_build (1).txt", "build/1_x.txt", false),
    ("0_build.txt", "readme.md", false), ("readme.md", "readme.md", false),
  ])
  func filesOfOneJobAreKnown(job: String, step: String, isSame: Bool) {
    let (job, step) = (LogArchiveMember.parse(Path(job)), LogArchiveMember.parse(Path(step)))
    #expect(LogArchiveMember.sameJob(job, step) == isSame)
    #expect(LogArchiveMember.sameJob(step, job) == isSame)
  }

  @Test func aFindingIsARepeatOnlyIfAStepOfItsJobHasIt() {
    let findings = [
      ("0_build.txt", 1), ("0_build.txt", 2), ("1_test.txt", 1), ("build/1_a.txt", 1),
      ("build/2_b.txt", 1), ("build/2_b.txt", 3), ("other.log", 1), ("0_build.txt", 1),
    ].map { (member: LogArchiveMember.parse(Path($0.0)), value: $0.1) }
    #expect(LogArchiveMember.repeats(among: findings) == [0, 7])
    #expect(LogArchiveMember.repeats(among: [(member: LogArchiveMember, value: Int)]()) == [])
  }
}
