public import Findings

extension Baseline {
  /// This baseline with the findings of a scan.
  ///
  /// - Parameters:
  ///   - findings: what is accepted.
  ///   - key: the private key, if the scheme has one.
  ///   - keepsAbsent: whether entries stay that no finding answers to.
  ///   - jobs: how many threads work.
  public func accepting(
    _ findings: [Finding], key: [UInt8]?, keepsAbsent: Bool, jobs: Int
  ) -> Baseline {
    let stage = BaselineStage(
      baseline: self, key: key, pool: WorkerPool(jobs: jobs, seed: nil))
    let found = stage.entries(of: findings).values
    let kept = keepsAbsent ? BaselineMatch(entries, found: found).absent : []
    return Baseline(name: name, scheme: scheme, entries: kept + Array(found))
  }
}
