internal import YAML

/// Which jobs of a GitLab file run the scripts of which others: `extends:` and `!reference`. What stands
/// in files that are included is read where it stands.
///
/// Source: docs.gitlab.com, "extends", "!reference tags".
enum GitLabReferences {
  /// The jobs, and those whose scripts they run, over any number of steps.
  static func closed(_ jobs: Set<String?>, in tree: [YAMLNode]) -> Set<String?> {
    var uses: [String: [String]] = [:]
    for root in tree {
      for job in root.entries {
        guard let name = job.key.scalar else { continue }
        var named: [String] = []
        collect(job.value, &named)
        uses[name, default: []] += named
      }
    }
    var known = jobs
    var open = jobs.compactMap { $0 }
    while let job = open.popLast() {
      for name in uses[job, default: []] where known.insert(name).inserted { open.append(name) }
    }
    return known
  }

  /// Recurs as deep as the tree, which the YAML reader bounds.
  private static func collect(_ node: YAMLNode, _ names: inout [String]) {
    if node.tag == "!reference" {
      if let name = node.elements.first?.scalar { names.append(name) }
      return
    }
    for entry in node.entries {
      if entry.key.scalar == "extends" {
        names += [entry.value.scalar].compactMap { $0 } + entry.value.elements.compactMap(\.scalar)
      } else {
        collect(entry.value, &names)
      }
    }
    for element in node.elements { collect(element, &names) }
  }
}
