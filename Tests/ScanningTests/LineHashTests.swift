import Findings
import Inputs
import Testing

@testable import Scanning

/// GitHub's line hashes are for files that code scanning can hash itself.
@Suite struct LineHashTests {
  @Test func `files have them, members of archives do not`() throws {
    let folder = try Folder()
    let text = try planted("fine\na = «glpat-{base62:20}»\n")
    try folder.write("a.txt", text)
    try folder.write("b.zip", Zip.stored([("a.txt", text)]))
    let findings = try folder.scan().findings
    #expect(findings.count == 2)
    let hash = try #require(findings[0].location.lineHash)
    #expect([hash] == LineHash.hashes(of: text, lines: [2]))
    #expect(findings[1].location.lineHash == nil)
  }

  @Test func `a segment does not know the lines before it`() throws {
    let folder = try Folder()
    let text = try planted("a = «glpat-{base62:20}»\n" + String(repeating: "-\n", count: 2000))
    try folder.write("a.txt", text)
    let findings = try folder.scan {
      $0.input.limits.segmentBytes = 512
      $0.input.limits.overlapBytes = 128
    }.findings
    #expect(findings.map(\.location.lineHash) == [nil])
  }
}
