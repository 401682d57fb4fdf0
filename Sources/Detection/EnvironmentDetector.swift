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
      let start = first(atOrBehind: block.range.lowerBound, candidates[...])
      var end = start
      while end < candidates.count, candidates[end].range.lowerBound < block.range.upperBound {
        candidates[end].dump = index
        end += 1
      }
      if start < end { dumps.append(count(block, index, candidates[start..<end])) }
    }
    return dumps
  }

  /// Counts what a block holds, in O((variables + secrets) · log secrets).
  private static func count(
    _ block: EnvironmentBlock, _ index: Int, _ secrets: ArraySlice<Candidate>
  ) -> EnvironmentDump {
    // How far the secrets reach that begin at or before each of them.
    var reaches: [Int] = []
    reaches.reserveCapacity(secrets.count)
    for secret in secrets { reaches.append(max(secret.range.upperBound, reaches.last ?? 0)) }
    var masked = 0
    var sensitive = secrets.count
    for assignment in block.assignments {
      let begun = first(atOrBehind: assignment.range.upperBound, secrets) - secrets.startIndex
      if begun > 0, reaches[begun - 1] > assignment.range.lowerBound { continue }
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
  private static func first(
    atOrBehind offset: Int, _ candidates: ArraySlice<Candidate>
  ) -> Int {
    var low = candidates.startIndex
    var high = candidates.endIndex
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
