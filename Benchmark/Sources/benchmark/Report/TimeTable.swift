/// The table of times: one row for each tool in each job.
enum TimeTable {
  static func make(_ results: [JobResult]) -> MarkdownTable {
    var table = MarkdownTable(
      headings: [
        "job", "tool", "wall: median (range)", "wall × ours", "CPU", "CPU × ours", "peak memory",
        "MB/s", "findings",
      ], left: 2)
    for result in results {
      for index in result.outcomes.indices {
        let title = index == 0 ? title(of: result) : ""
        table.rows.append([title] + row(result, index))
      }
    }
    return table
  }

  private static func title(of result: JobResult) -> String {
    result.bytes.map { "\(result.job.name), \(Quantity.megabytes($0))" } ?? result.job.name
  }

  private static func row(_ result: JobResult, _ index: Int) -> [String] {
    let outcome = result.outcomes[index]
    let name = outcome.contestant.name
    if let failure = outcome.failure {
      return [name, "gave up: exit \(failure)"] + Array(repeating: "–", count: 6)
    }
    let walls = outcome.costs.map(\.wall)
    let cpus = outcome.costs.map(\.cpu)
    guard let wall = Summary(walls), let cpu = Summary(cpus) else {
      return [name] + Array(repeating: "–", count: 7)
    }
    let own = index == 0 ? [] : result.outcomes[0].costs
    return [
      name, Quantity.time(wall), ratio(walls, own.map(\.wall)), Quantity.time(cpu.median),
      ratio(cpus, own.map(\.cpu)), memory(outcome),
      result.bytes.map { Quantity.number(Double($0) / 1e6 / wall.median) } ?? "–",
      findings(result, index),
    ]
  }

  private static func ratio(_ values: [Double], _ own: [Double]) -> String {
    Summary.ratio(of: values, to: own).map(Quantity.ratio) ?? "–"
  }

  /// A child's peak begins with the benchmark's own, so that a lower one cannot be told.
  private static func memory(_ outcome: Runner.Outcome) -> String {
    guard let peak = Summary(outcome.costs.map { Double($0.peakBytes) })?.median else {
      return "–"
    }
    let isFloor = Int(peak) <= outcome.memoryFloor
    return (isFloor ? "≤ " : "") + Quantity.megabytes(Int(peak))
  }

  private static func findings(_ result: JobResult, _ index: Int) -> String {
    guard let list = result.findings[index] else { return "–" }
    var text = "\(list.findings.count)"
    if let score = result.scores[index] {
      text +=
        " (found \(score.found) of \(score.isFound.count), \(score.falseFindings) others)"
    }
    return list.isIncomplete ? text + ", incomplete" : text
  }
}
