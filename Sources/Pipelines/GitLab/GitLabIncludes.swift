internal import YAML

/// What a file of GitLab includes, and what its jobs start.
struct GitLabIncludes {
  /// The files of the project.
  private(set) var local: [GitLabInclude] = []
  /// Where files are named by variables of which nothing is known before a pipeline runs.
  private(set) var unknown: [Int] = []
  /// Where files are included that are elsewhere: of other projects, of a server, templates and components.
  private(set) var foreign: [Int] = []
  private let variables: GitLabVariables

  /// - Parameter variables: the variables whose values are known.
  init(_ documents: [YAMLNode], _ variables: GitLabVariables) {
    self.variables = variables
    for root in documents {
      for entry in root.entries {
        if entry.key.scalar == "include" {
          take(entry.value, isChild: false)
        } else {
          for trigger in entry.value.entries where trigger.key.scalar == "trigger" {
            for include in trigger.value.entries where include.key.scalar == "include" {
              take(include.value, isChild: true)
            }
          }
        }
      }
    }
  }

  /// `include: path`, `include: {local: path}`, or a list of such.
  private mutating func take(_ node: YAMLNode, isChild: Bool) {
    if let path = node.scalar { take(path, at: node, isChild: isChild) }
    for entry in node.entries {
      guard let key = entry.key.scalar else { continue }
      if key == "local" {
        if let path = entry.value.scalar { take(path, at: entry.value, isChild: isChild) }
      } else if Self.others.contains(key), !isChild {
        foreign.append(entry.key.range.lowerBound)
      }
    }
    for element in node.elements where element.elements.isEmpty {
      take(element, isChild: isChild)
    }
  }

  private mutating func take(_ path: String, at node: YAMLNode, isChild: Bool) {
    guard let known = variables.expanded(path) else {
      unknown.append(node.range.lowerBound)
      return
    }
    if let include = GitLabInclude(known, isChild: isChild) {
      local.append(include)
    } else if known.holds("://"), !isChild {
      foreign.append(node.range.lowerBound)
    }
  }

  private static let others: Set = ["project", "remote", "template", "component"]
}
