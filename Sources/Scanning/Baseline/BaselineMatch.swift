internal import Findings

/// Holds the entries of a baseline against those of a scan.
///
/// A value is known at the path of its entry. If the path no longer holds it, the entry moves with
/// it: one other path may have it. Whatever stands at more paths than before is new at those.
struct BaselineMatch {
  /// Where each value is known, by fingerprint.
  private var known: [String: Set<Path>] = [:]
  /// The entries that no finding answers to.
  let absent: [Baseline.Entry]

  init(_ baseline: [Baseline.Entry], found: some Sequence<Baseline.Entry>) {
    var homes: [String: Set<Path>] = [:]
    for entry in baseline { homes[entry.fingerprint, default: []].insert(entry.path) }
    var seen: [String: Set<Path>] = [:]
    for entry in found { seen[entry.fingerprint, default: []].insert(entry.path) }
    var left: [String: Set<Path>] = [:]
    for (fingerprint, old) in homes {
      let paths = seen[fingerprint, default: []]
      let free = old.subtracting(paths).sorted()
      let moved = paths.subtracting(old).sorted().prefix(free.count)
      known[fingerprint] = paths.intersection(old).union(moved)
      left[fingerprint] = Set(free.dropFirst(moved.count))
    }
    absent = baseline.filter { left[$0.fingerprint]?.contains($0.path) == true }
  }

  /// Whether a finding is known.
  func knows(_ entry: Baseline.Entry) -> Bool {
    known[entry.fingerprint]?.contains(entry.path) == true
  }
}
