import Findings

/// Reports that compress badly.
enum SizeSample {
  /// Random fingerprints, commits and blobs, as a real history has them.
  static var plain: Report { report { "src/dir\($0 % 40)/file\($0).yml" } }

  /// Names that do not compress at all.
  static var randomNames: Report {
    var random = Generator()
    return report { _ in
      String(
        (0..<400).map { _ in
          "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJ+".randomElement(using: &random) ?? "a"
        })
    }
  }

  /// Ten further places each.
  static var manyPlaces: Report {
    var report = report { "file\($0).yml" }
    for index in report.findings.indices {
      report.findings[index].alsoAt = (0..<10).map {
        Sample.location("other\(index * 7_919 % 1_000)/\($0).yml", index * 31 % 997 + 1, $0 + 1)
      }
    }
    return report
  }

  private static func report(path: (Int) -> String) -> Report {
    var random = Generator()
    func hex(_ bytes: Int) -> String {
      Hex.text((0..<bytes).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }
    func commit() -> CommitStamp {
      let date = Timestamp(seconds: Int64.random(in: 1_500_000_000...1_700_000_000, using: &random))
      return CommitStamp(
        id: ObjectID(hex(20)) ?? Sample.commit("ab", "2021-01-01").id, authorDate: date,
        committerDate: date)
    }
    var report = Sample.empty
    report.findings = (0..<300).map { number in
      let location = Sample.location(
        path(number), Int.random(in: 1...5_000, using: &random), number % 80 + 1,
        source: .history, blob: ObjectID(hex(20)), lineHash: "\(hex(8)):1")
      var finding = Sample.finding(
        number % 3 == 0 ? Sample.token : Sample.password, location, id: hex(16),
        name: "NAME_\(number)")
      finding.secretFingerprint = hex(16)
      finding.age = Age(
        since: commit().authorDate, basis: .author, introduced: commit(), removed: commit(),
        isAtHead: false, files: 1)
      finding.rotation = Rotation(
        first: commit(), changes: Array(repeating: commit(), count: number % 4), isReused: false)
      return finding
    }
    return report
  }

  /// SplitMix64: the same numbers in every run.
  private struct Generator: RandomNumberGenerator {
    private var state: UInt64 = 7

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
