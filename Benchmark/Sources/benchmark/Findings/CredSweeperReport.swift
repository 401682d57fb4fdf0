import Foundation

/// The parts of CredSweeper's JSON report that are counted.
struct CredSweeperReport: Decodable {
  struct Line: Decodable {
    var line_num: Int
    var path: String
  }

  var line_data_list: [Line]

  static func read(_ bytes: Data) throws -> FoundList {
    let report = try JSONDecoder().decode([Self].self, from: bytes)
    return FoundList(
      findings: report.map { entry in
        Found(
          places: entry.line_data_list.map { line in
            let path = line.path.hasPrefix("./") ? String(line.path.dropFirst(2)) : line.path
            return FoundPlace(path: path, lines: line.line_num...line.line_num)
          })
      })
  }
}
