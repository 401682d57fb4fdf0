/// The table of planted secrets: how many of each kind and shape each tool found.
enum PlantedTable {
  /// Nothing where nothing was planted, or no more than the other table says.
  static func make(_ result: JobResult) -> MarkdownTable? {
    let tools = zip(result.outcomes, result.scores).compactMap { outcome, score in
      score.map { (name: outcome.contestant.name, score: $0) }
    }
    guard result.job.planted.count > 1, !tools.isEmpty else { return nil }
    var table = MarkdownTable(headings: ["planted", "number"] + tools.map(\.name))
    func add(_ title: String, _ isMember: (PlantedSecret) -> Bool) {
      let members = result.job.planted.indices.filter { isMember(result.job.planted[$0]) }
      guard !members.isEmpty else { return }
      table.rows.append(
        [title, "\(members.count)"]
          + tools.map { tool in "\(members.count { tool.score.isFound[$0] })" })
    }
    for kind in SecretKind.all { add(kind.name) { $0.kind == kind.name } }
    for shape in PlantedSecret.Shape.allCases {
      add("any, \(shape.rawValue)") { $0.shape == shape }
    }
    add("all") { _ in true }
    table.rows.append(["nothing: false findings", "–"] + tools.map { "\($0.score.falseFindings)" })
    return table
  }
}
