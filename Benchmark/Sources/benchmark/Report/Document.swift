/// The whole output: the tables, and below them what makes them repeatable.
struct Document {
  var results: [JobResult]
  /// The first line of each tool's `--version`, and the repositories' commits.
  var versions: [String]
  /// Such as `2 cores of AMD EPYC`.
  var machine: String
  /// As the caller gave it.
  var date: String?
  var commandLine: CommandLine

  func render() -> String {
    var parts = [TimeTable.make(results).render()]
    parts += [GoalTable.make(results)?.render()].compactMap(\.self)
    parts += results.compactMap { PlantedTable.make($0)?.render() }
    let facts = [date, machine].compactMap(\.self) + versions
    parts.append(facts.joined(separator: " · ") + ".\n")
    parts.append(commands)
    return parts.joined(separator: "\n")
  }

  private var commands: String {
    let blocks = results.map { result in
      (["# \(result.job.name): \(result.job.runs) runs of each, in turns, after a warm-up"]
        + result.outcomes.map { commandLine.show($0.contestant.invocation) })
        .map { $0 + "\n" }.joined()
    }
    return "```sh\n" + blocks.joined(separator: "\n") + "```\n"
  }
}
