import Findings
import Testing

@testable import Logs

/// What was no log and changes behind its beginning is held for none only if it is none.
@Suite struct LogAbsenceTests {
  private static let pieces: [String] = [
    "package main\n", "func a() {}\n", "{\"log\":\"x\\n\",\"stream\":\"stdout\"}\n",
    "2024-05-01T10:00:00.1234567Z done\n", "\u{1B}[0m", "\u{1B}[31mred\u{1B}[0m\n", "\u{1B}c",
    "[Pipeline] stage\n", "section_start:1714557600:a\r\n", "travis_fold:start:a\r", "10:00:00 a\n",
    "##vso[task.setvariable]\n", "{\"pos\":0,\"out\":\"a\"}\n", "# a comment\n", "key: value\n",
  ]
  private static let paths = ["main.go", "build.log", "notes.txt"].map { Path($0) }

  /// Texts of any pieces, changed behind a first part of any length.
  @Test(arguments: [UInt64](1...40)) func isNeverClaimedOfALog(seed: UInt64) {
    var random = seed &* 2 &+ 1
    func number(below limit: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(limit))
    }
    func text(_ count: Int) -> [UInt8] {
      // Of the pieces of logs some texts have none, or nearly all would be logs.
      let some = [2, 4, Self.pieces.count][number(below: 3)]
      return (0..<count).flatMap { _ in Array(Self.pieces[number(below: some)].utf8) }
    }
    var held = 0
    var early = 0
    for _ in 0..<400 {
      let path = Self.paths[number(below: 3)]
      let base = text(1 + number(below: 700))
      guard LogFormat.recognise(base, path: path) == nil else { continue }
      let absence = LogAbsence(of: base, path: path)
      // The same beginning, or all the same.
      let isShort = base.count < absence.decisive
      if !isShort, absence.decisive < 1_000 { early += 1 }
      let kept =
        isShort
        ? base.count : absence.decisive + number(below: base.count - absence.decisive + 1)
      let changed = base[..<kept] + (isShort ? [] : text(number(below: 20)))
      let other = Self.paths[number(below: 3)]
      if absence.holds(in: Array(changed), path: other, changed: [kept..<changed.count]) {
        held += 1
        #expect(LogFormat.recognise(Array(changed), path: other) == nil)
      }
    }
    #expect(held > 20)
    #expect(early > 20)
  }
}
