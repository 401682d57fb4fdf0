import Foundation
import Testing

@testable import benchmark

@Suite struct FindingsReportTests {
  @Test func leakage() throws {
    let region = #"{"startLine": 4, "endLine": 5}"#
    let report = """
      {"incomplete": true, "findings": [
        {"location": {"path": "r.zip", "members": [{"path": "a.txt"}], "region": \(region)},
         "alsoAt": [{"path": "b.log", "region": \(region)}],
         "members": [{"location": {"path": "c", "region": \(region)}, "alsoAt": [], "members": []}]
        }]}
      """
    let list = try LeakageReport.read(Data(report.utf8))
    #expect(list.isIncomplete)
    #expect(
      list.findings == [
        Found(
          places: [
            FoundPlace(path: "r.zip", member: "a.txt", lines: 4...5),
            FoundPlace(path: "b.log", lines: 4...5),
          ], members: [Found(places: [FoundPlace(path: "c", lines: 4...5)])])
      ])
  }

  @Test func kingfisher() throws {
    let report = """
      {"findings": [{"rule": {}, "finding": {"path": "./x/r.zip!a/1_b.txt", "line": 4}},
        {"finding": {"path": "y.log", "line": 9}}, {"finding": {}}]}
      """
    #expect(
      try KingfisherReport.read(Data(report.utf8)).findings == [
        Found(places: [FoundPlace(path: "x/r.zip", member: "a/1_b.txt", lines: 4...4)]),
        Found(places: [FoundPlace(path: "y.log", lines: 9...9)]), Found(places: []),
      ])
  }

  @Test func ripgrep() {
    let text = "./a/b.log\u{0}12:npm_\n./a/b.log\u{0}12:npm_\nno line of ours\n"
    let place = Found(places: [FoundPlace(path: "a/b.log", lines: 12...12)])
    #expect(RipgrepReport.read(Data(text.utf8)).findings == [place, place])
  }
}
