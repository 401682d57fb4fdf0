import Foundation

/// The parts of CredSweeper's JSON report that are counted.
struct CredSweeperReport: Decodable {
  struct Line: Decodable {
    var number: Int
    var path: String

    enum CodingKeys: String, CodingKey {
      case number = "line_num"
      case path
    }
  }

  var lines: [Line]

  enum CodingKeys: String, CodingKey {
    case lines = "line_data_list"
  }

  static func read(_ bytes: Data) throws -> FoundList {
    let report = try JSONDecoder().decode([Self].self, from: bytes)
    return FoundList(
      findings: report.map { entry in
        Found(
          places: entry.lines.map { line in
            let path = line.path.hasPrefix("./") ? String(line.path.dropFirst(2)) : line.path
            return FoundPlace(path: path, lines: line.number...line.number)
          })
      })
  }
}
