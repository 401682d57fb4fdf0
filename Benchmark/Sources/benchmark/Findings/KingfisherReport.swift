import Foundation

/// The parts of kingfisher's JSON report that are counted.
struct KingfisherReport: Decodable {
  struct Entry: Decodable {
    struct Finding: Decodable {
      /// `./folder/archive.zip!member`.
      var path: String?
      var line: Int?
    }
    var finding: Finding

    var found: Found {
      guard let path = finding.path else { return Found(places: []) }
      let relative = path.hasPrefix("./") ? path.dropFirst(2) : path[...]
      let parts = relative.split(separator: "!", maxSplits: 1)
      let line = finding.line ?? 1
      return Found(places: [
        FoundPlace(
          path: parts.first.map(String.init) ?? "",
          member: parts.count > 1 ? String(parts[1]) : nil, lines: line...line)
      ])
    }
  }

  var findings: [Entry]

  static func read(_ bytes: Data) throws -> FoundList {
    let report = try JSONDecoder().decode(Self.self, from: bytes)
    return FoundList(findings: report.findings.map(\.found))
  }
}
