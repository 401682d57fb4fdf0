import Foundation

/// The parts of leakage's JSON report that are counted.
struct LeakageReport: Decodable {
  struct Finding: Decodable {
    var location: Location
    var alsoAt: [Location]
    var members: [Finding]

    var found: Found {
      Found(places: ([location] + alsoAt).map(\.place), members: members.map(\.found))
    }
  }

  struct Location: Decodable {
    struct Member: Decodable { var path: String }
    struct Region: Decodable {
      var startLine: Int
      var endLine: Int
    }
    var path: String
    var members: [Member]?
    var region: Region

    var place: FoundPlace {
      FoundPlace(
        path: path, member: members?.map(\.path).joined(separator: "!"),
        lines: region.startLine...max(region.startLine, region.endLine))
    }
  }

  var incomplete: Bool
  var findings: [Finding]

  static func read(_ bytes: Data) throws -> FoundList {
    let report = try JSONDecoder().decode(Self.self, from: bytes)
    return FoundList(findings: report.findings.map(\.found), isIncomplete: report.incomplete)
  }
}
