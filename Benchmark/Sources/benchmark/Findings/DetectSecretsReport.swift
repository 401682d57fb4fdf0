import Foundation

/// The parts of detect-secrets' baseline that are counted.
struct DetectSecretsReport: Decodable {
  struct Entry: Decodable {
    var line: Int

    enum CodingKeys: String, CodingKey {
      case line = "line_number"
    }
  }

  /// By file.
  var results: [String: [Entry]]

  static func read(_ bytes: Data) throws -> FoundList {
    let report = try JSONDecoder().decode(Self.self, from: bytes)
    return FoundList(
      findings: report.results.sorted { $0.key < $1.key }.flatMap { path, entries in
        let relative = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        return entries.map { entry in
          Found(places: [
            FoundPlace(path: relative, lines: entry.line...entry.line)
          ])
        }
      })
  }
}
