internal import Findings
internal import Logs

/// Ties candidates to the printed environments that hold them. One secret in clear makes a printed
/// environment an incident: whoever prints one variable prints them all, at every run.
enum EnvironmentDetector {
  /// Sets the candidates' ``Candidate/dump`` and counts what the environments hold.
  static func tie(_ candidates: inout [Candidate], to blocks: [EnvironmentBlock])
    -> [EnvironmentDump]
  {
    guard !blocks.isEmpty else { return [] }
    var dumps: [EnvironmentDump] = []
    for (index, block) in blocks.enumerated() {
      var inClear = 0
      for place in first(atOrBehind: block.range.lowerBound, candidates)..<candidates.count {
        guard candidates[place].range.lowerBound < block.range.upperBound else { break }
        candidates[place].dump = index
        inClear += 1
      }
      if inClear > 0 { dumps.append(count(block, index, candidates)) }
    }
    return dumps
  }

  private static func count(_ block: EnvironmentBlock, _ index: Int, _ candidates: [Candidate])
    -> EnvironmentDump
  {
    let secrets = candidates.filter { $0.dump == index }
    var masked = 0
    var sensitive = secrets.count
    for assignment in block.assignments {
      let isFound = secrets.contains { $0.range.overlaps(assignment.range) }
      if isFound { continue }
      let isMasked = assignment.kind == .masked
      if isMasked { masked += 1 }
      if isMasked || isSensitive(assignment.name) { sensitive += 1 }
    }
    return EnvironmentDump(
      block: index, range: block.range, variables: block.assignments.count, sensitive: sensitive,
      masked: masked, inClear: secrets.count)
  }

  /// Every shell has the working directory among its variables.
  private static func isSensitive(_ name: String) -> Bool {
    name != "PWD" && name != "OLDPWD" && SecretName.meaning(of: name.utf8) != nil
  }

  /// The first candidate, by place, that begins at or behind an offset.
  private static func first(atOrBehind offset: Int, _ candidates: [Candidate]) -> Int {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
