extension LogArchiveMember {
  /// Which findings of one archive repeat others, because the log of a job and the logs of its
  /// steps hold the same lines.
  ///
  /// An archive is a stream: which jobs have step files, and whether those hold all lines, is known
  /// only at its end. So nothing is skipped while scanning. A finding in a job file is a repeat if
  /// and only if the same value was found in a step file of the same job: no value is ever lost,
  /// and what stands only in the job file stays.
  ///
  /// - Parameter findings: the member and the value (a keyed hash will do) of each finding.
  /// - Returns: the indices of the repeats, ascending. O(findings + repeats × jobs).
  public static func repeats<Value: Hashable>(
    among findings: [(member: LogArchiveMember, value: Value)]
  ) -> [Int] {
    var steps: [Value: Set<LogArchiveMember>] = [:]
    for (member, value) in findings {
      guard case .stepFile(let job, _, _) = member else { continue }
      steps[value, default: []].insert(.jobFile(job: job))
    }
    return findings.indices.filter { index in
      let (member, value) = findings[index]
      guard case .jobFile = member, let jobs = steps[value] else { return false }
      return jobs.contains { sameJob($0, member) }
    }
  }
}
