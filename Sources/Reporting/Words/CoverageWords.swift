import Findings

/// What was covered, in words.
enum CoverageWords {
  /// One phrase a kind of thing; what there was none of is not spoken of, except files when there
  /// was nothing at all.
  static func phrases(_ coverage: Coverage) -> [String] {
    var phrases: [String] = []
    func add(_ number: Int, _ singular: String) {
      if number > 0 { phrases.append(Numbers.count(number, singular)) }
    }
    add(coverage.files, "file")
    add(coverage.blobs, "blob")
    add(coverage.archives, "archive")
    add(coverage.members, "archive member")
    if phrases.isEmpty { phrases.append("0 files") }
    phrases.append(Numbers.bytes(coverage.bytes))
    if coverage.commits > 0 {
      phrases.append("\(Numbers.count(coverage.commits, "commit")) walked for ages")
    }
    return phrases
  }

  /// What was struck out: one phrase a reason, the most frequent first. The phrases have commas of
  /// their own.
  static func strikes(_ strikes: [Strike: Int]) -> [String] {
    strikes.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\($0.key.meaning) (\(Numbers.grouped($0.value)))" }
  }
}
