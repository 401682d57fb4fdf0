internal import Findings
internal import Rules

/// The last judgements of what text scans read beside names: logs, and files of one kind, repeat
/// their lines.
///
/// A fixed number of them is kept, each where the hash of its value says; the answer is that of
/// ``Judged/init(_:)`` in any case.
struct JudgeMemo {
  private struct Entry {
    let rule: Rule
    let assignment: ScannedAssignment
    let name: String
    let kind: FileKind
    let judged: Judged
  }

  private static let bits: UInt64 = 8
  /// Longer values are not likely to come again.
  private static let longest = 128
  private var entries: [Entry?] = []

  /// The judgement of an assignment by a rule, in a kind of file.
  mutating func judged(
    _ assignment: ScannedAssignment, named name: String, by rule: Rule, in kind: FileKind
  ) -> Judged {
    guard assignment.value.count <= Self.longest else {
      return Self.judged(assignment, name, rule, kind)
    }
    if entries.isEmpty { entries = Array(repeating: nil, count: 1 << Self.bits) }
    let place = Self.place(of: assignment)
    if let entry = entries[place], entry.rule === rule, entry.kind == kind,
      entry.assignment.range == assignment.range, entry.assignment.notation == assignment.notation,
      entry.assignment.meaning == assignment.meaning, entry.name == name,
      entry.assignment.value == assignment.value
    {
      return entry.judged
    }
    let judged = Self.judged(assignment, name, rule, kind)
    entries[place] = Entry(
      rule: rule, assignment: assignment, name: name, kind: kind, judged: judged)
    return judged
  }

  private static func judged(
    _ assignment: ScannedAssignment, _ name: String, _ rule: Rule, _ kind: FileKind
  ) -> Judged {
    Judged(Trial(rule: rule, assignment, name: name, kind: .literal, fileKind: kind))
  }

  /// FNV-1a, of the value and where it stands.
  private static func place(of assignment: ScannedAssignment) -> Int {
    var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: assignment.range.lowerBound)
    for byte in assignment.value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }
}
