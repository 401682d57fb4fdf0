internal import Findings
internal import YAML

/// Which jobs of GitLab hold secrets, and which run the scripts of which others: `extends:` and
/// `!reference`.
///
/// Source: docs.gitlab.com, "extends", "!reference tags".
enum GitLabReferences {
  /// The jobs of a file that hold secrets.
  static func holders(in tree: [YAMLNode], _ file: [UInt8]) -> Set<String?> {
    var walker = TreeWalker(file, .gitLabCI)
    for document in tree { walker.walk(document) }
    return holders(walker.scripts.map { $0.read() }, walker.scripts, in: tree)
  }

  /// The jobs that hold secrets: one script that reads a secret shows that the others of its job have
  /// it, too, and so do `secrets:` and `id_tokens:`. What stands outside of jobs runs in each.
  static func holders(
    _ scripts: [Script], _ placed: [PlacedScript], in tree: [YAMLNode]
  ) -> Set<String?> {
    var jobs = Set(zip(scripts, placed).filter(\.0.readsSecrets).map(\.1.place.job))
    for root in tree {
      for job in root.entries {
        let hasSecrets = job.value.entries.contains { entry in
          ["secrets", "id_tokens"].contains(entry.key.scalar) && !entry.value.entries.isEmpty
        }
        if hasSecrets { jobs.insert(job.key.scalar) }
      }
    }
    return jobs.isEmpty ? [] : jobs.union([nil])
  }

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

  /// Whether a file says what each of some jobs is.
  static func areAllDefined(_ jobs: Set<String?>, in tree: [YAMLNode]) -> Bool {
    var defined: Set<String?> = [nil]
    for root in tree { for entry in root.entries { defined.insert(entry.key.scalar) } }
    return jobs.isSubset(of: defined)
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
