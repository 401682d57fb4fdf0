/// Commands that print what they hold or run.
extension WorkflowCheck.OfScript {
  /// `env` and its like, in a job that has secrets.
  static let printedEnvironment = Self(ruleID: "workflow-prints-environment", need: .secretInJob) {
    script in
    script.commands.compactMap { command in
      guard command.targets.isEmpty, prints(script.words(command)),
        !command.isPiped || script.arePrinted[command.index]
      else { return nil }
      return .init(
        script.range(of: command.range),
        "\(script.place) prints its environment, and the job has secrets",
        "masking hides a value only as it was stored: not encoded, not in parts, not what is derived from it"
      )
    }
  }

  static func prints(_ words: [String]) -> Bool {
    if let inner = WrappedCommand.words(of: words) { return prints(inner) }
    let rest = words.dropFirst()
    switch words.first {
    case "env", "printenv": return rest.isEmpty || rest == ["-0"]
    case "set": return rest.isEmpty
    case "export": return rest.isEmpty || rest == ["-p"]
    case "declare", "typeset": return rest.isEmpty || rest == ["-x"] || rest == ["-p"]
    case "gci", "Get-ChildItem", "ls", "dir", "Get-Item":
      return words.count == 2 && words[1].lowercased().hasPrefix("env:")
    case "docker": return words.count > 2 && words[1] == "inspect" && InspectFormat(words).isShowing
    case "kubectl":
      return words.count > 3 && words[1] == "get" && words[2].hasPrefix("secret")
        && words.contains { $0.hasPrefix("-o") || $0.hasPrefix("--output") }
    case "terraform", "tofu":
      return words.count > 1 && words[1] == "output"
        && words.contains { $0 == "-json" || $0 == "-raw" }
    case "npm":
      return words.count > 2 && words[1] == "config" && (words[2] == "ls" || words[2] == "list")
    case "node":
      return words.contains { $0.holds("process.env") && !$0.holds("process.env.") }
    // A command line's `-c`, and a script's own calls.
    case "python", "python3", "print", "pprint", "pprint.pprint":
      return words.contains {
        $0.holds("os.environ") && !$0.holds("os.environ[") && !$0.holds("os.environ.get")
      }
    default: return false
    }
  }

  /// `set -x` and its like, where the script reads a secret.
  static let tracedCommands = Self(ruleID: "workflow-traces-commands", need: .secretInJob) {
    script in
    var sightings: [WorkflowCheck.Sighting] = []
    // From the last command to the first: what the commands behind read is gathered once.
    var read = NameList()
    for command in script.commands.reversed() {
      // Where a script is a list of commands, those that follow stand elsewhere.
      if isTrace(script.words(command)), script.trustsNames || !read.all.isEmpty {
        sightings.append(
          .init(
            script.range(of: command.range),
            read.all.isEmpty
              ? "\(script.place) prints every command before it runs, and the job has secrets"
              : "\(script.place) prints every command before it runs, among them what reads \(read.all.listed)"
          ))
      }
      read.prepend(script.secrets(in: command.settings) + script.secrets(of: command))
    }
    return sightings.reversed()
  }

  private static func isTrace(_ words: [String]) -> Bool {
    switch words.first {
    case "set":
      words.dropFirst().contains { $0 == "xtrace" }
        || words.dropFirst().contains {
          $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.contains("x")
        }
    case "bash", "sh", "zsh", "ksh": traces(words)
    case "Set-PSDebug": words.contains("-Trace")
    default: false
    }
  }

  /// Whether a shell is called with `-x`.
  static func traces(_ words: [String]) -> Bool {
    guard let option = words.dropFirst().first(where: { $0.hasPrefix("-") }) else { return false }
    return !option.hasPrefix("--") && option.contains("x")
      || words.contains("xtrace")
  }

  /// Switches of single commands that print requests, headers and variables.
  static let commandDebugging = Self(ruleID: "workflow-debug-switch", need: .secretInJob) {
    script in
    script.commands.compactMap { command in
      let words = script.words(command)
      let options = words.dropFirst()
      let found: String? =
        switch words.first {
        case "curl":
          options.first { ["--verbose", "--trace", "--trace-ascii"].contains($0) || $0.isVerbose }
        case "mvn", "./mvnw": options.first { $0 == "-X" || $0 == "--debug" }
        case "gradle", "./gradlew": options.first { $0 == "--debug" || $0 == "-d" }
        case "ansible", "ansible-playbook": options.contains { $0.hasPrefix("-vvv") } ? "-vvv" : nil
        case "docker": options.first { $0 == "--debug" || $0 == "-D" }
        case "npm": options.contains("silly") ? "--loglevel silly" : nil
        default: nil
        }
      guard let found, let name = words.first else { return nil }
      let read = script.secrets(of: command)
      guard !read.isEmpty || name != "curl" else { return nil }
      return .init(
        script.range(of: command.range),
        "\(script.place) runs \(name) with \(found), which prints what it sends and holds"
          + (read.isEmpty ? "" : ", \(read.listed) too"))
    }
  }
}

extension String {
  /// `-v` among the letters of an option: `-sv`, `-vsL`.
  fileprivate var isVerbose: Bool {
    let letters = dropFirst()
    return hasPrefix("-") && letters.contains("v")
      && letters.allSatisfy { "vsSLkfigI".contains($0) }
  }
}
