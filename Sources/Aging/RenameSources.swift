public import Findings

extension History {
  /// Paths, and the paths that the files there may have been renamed from, as far as this history tells:
  /// the removed files of each commit that added one of them.
  ///
  /// - Complexity: O(changes) for each step of a chain of renames.
  public func lineages(of paths: Set<Path>) -> Set<Path> {
    var wanted = Set(paths.compactMap { index(of: $0) })
    var last = 0
    while wanted.count > last {
      last = wanted.count
      var start = 0
      while start < changes.count {
        var end = start
        while end < changes.count, changes[end].commit == changes[start].commit { end += 1 }
        for change in changes[start..<end]
        where change.old == nil && change.new != nil && wanted.contains(change.path) {
          wanted.formUnion(sources(of: change, among: changes[start..<end]))
        }
        start = end
      }
    }
    return paths.union(wanted.map { self.paths[$0] })
  }

  private func sources(of added: FileChange, among changes: ArraySlice<FileChange>) -> [Int] {
    let removed = changes.filter { $0.new == nil && $0.old != nil }
    if let exact = removed.first(where: { $0.old == added.new }) { return [exact.path] }
    return removed.lazy.map(\.path).filter { ConfigurationFile.isOne(self.paths[$0]) }
      .prefix(Lineage.mostSources).map { $0 }
  }
}
