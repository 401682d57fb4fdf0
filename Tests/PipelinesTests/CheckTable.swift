/// Which check has something to say on which CI system: a sample of each, or why there is none.
enum CheckTable {
  /// A CI system, with a file that runs commands.
  enum System: String, CaseIterable {
    case gitHub = "GitHub"
    case gitLab = "GitLab"
    case circleCI = "CircleCI"
    case azure = "Azure"
    case bitbucket = "Bitbucket"

    var path: String {
      switch self {
      case .gitHub: ".github/workflows/x.yml"
      case .gitLab: ".gitlab-ci.yml"
      case .circleCI: ".circleci/config.yml"
      case .azure: "azure-pipelines.yml"
      case .bitbucket: "bitbucket-pipelines.yml"
      }
    }

    /// A job that has `T_TOKEN`, a secret of the system's store, and runs commands.
    func job(_ commands: String) -> String {
      func block(_ indent: String) -> String {
        commands.split(separator: "\n").map { indent + $0 }.joined(separator: "\n") + "\n"
      }
      return switch self {
      case .gitHub:
        "on: push\njobs:\n  a:\n    env: {T_TOKEN: '${{ secrets.T }}'}\n    steps:\n    - run: |\n"
          + block("        ")
      case .gitLab: "a:\n  script:\n  - |\n" + block("    ")
      case .circleCI:
        "version: 2.1\njobs:\n  a:\n    steps:\n    - run: |\n" + block("        ")
      case .azure:
        "steps:\n- script: |\n" + block("    ") + "  env: {T_TOKEN: $(T_TOKEN)}\n"
      case .bitbucket:
        "pipelines:\n  default:\n  - step:\n      script:\n      - |\n" + block("        ")
      }
    }
  }

  /// A check, with what it is to find.
  struct Row {
    let rule: String
    let cells: [System: Cell]

    init(_ rule: String, _ cells: [System: Cell]) {
      self.rule = rule
      self.cells = cells
    }

    /// One that looks at commands, on all systems.
    init(_ rule: String, commands: String, except: [System: Cell] = [:]) {
      self.rule = rule
      cells = Dictionary(
        uniqueKeysWithValues: System.allCases.map {
          ($0, except[$0] ?? .finds($0.job(commands)))
        })
    }

    /// One that only GitHub has.
    init(_ rule: String, gitHub text: String, elsewhere: String) {
      self.rule = rule
      cells = Dictionary(
        uniqueKeysWithValues: System.allCases.map {
          ($0, $0 == .gitHub ? .finds(text) : .none(elsewhere))
        })
    }
  }

  enum Cell {
    /// A file in which the check finds something.
    case finds(String)
    /// Why there is nothing to find.
    case none(String)
  }
}
