/// The table of goals: what each job is meant to reach, and what was measured.
enum GoalTable {
  /// Nothing where no goal could be measured.
  static func make(_ results: [JobResult]) -> MarkdownTable? {
    var table = MarkdownTable(headings: ["goal", "at most", "measured", "reached"])
    for result in results {
      for goal in result.job.goals {
        guard let measured = goal.measured(result.outcomes) else { continue }
        table.rows.append([
          "\(result.job.name): \(words(goal.figure))", show(goal.most, goal.figure),
          show(measured, goal.figure), measured <= goal.most ? "yes" : "no",
        ])
      }
    }
    return table.rows.isEmpty ? nil : table
  }

  private static func words(_ figure: Goal.Figure) -> String {
    switch figure {
    case .wall(let one, let other): "wall of \(one) ÷ \(other)"
    case .memory(let one, let other): "memory of \(one) ÷ \(other)"
    case .seconds(let one): "wall of \(one)"
    case .bytes(let one): "memory of \(one)"
    }
  }

  private static func show(_ value: Double, _ figure: Goal.Figure) -> String {
    switch figure {
    case .wall, .memory: value < 1 ? "1/\(Quantity.number(1 / value))" : Quantity.number(value)
    case .seconds: Quantity.time(value)
    case .bytes: Quantity.megabytes(Int(value))
    }
  }
}
