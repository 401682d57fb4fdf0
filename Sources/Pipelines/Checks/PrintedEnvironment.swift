/// Commands that print what they hold or run.
extension WorkflowCheck.OfScript {
  /// `env` and its like, in a job that has secrets.
  static let printedEnvironment = Self(ruleID: "workflow-prints-environment", need: .secretInJob) {
    script in
    script.commands.compactMap { command in
      guard !command.isPiped || script.isPrinted(command), command.targets.isEmpty,
        prints(script.words(command))
      else { return nil }
      return .init(
        script.range(of: command.range),
        "\(script.place) prints its environment, and the job has secrets",
        "masking hides a value only as it was stored: not encoded, not in parts, not what is derived from it"
      )
    }
  }

  private static func prints(_ words: [String]) -> Bool {
    let rest = words.dropFirst()
    switch words.first {
    case "env", "printenv": return rest.isEmpty || rest == ["-0"]
    case "set": return rest.isEmpty
    case "export": return rest.isEmpty || rest == ["-p"]
    case "declare", "typeset": return rest.isEmpty || rest == ["-x"] || rest == ["-p"]
    case "gci", "Get-ChildItem", "ls", "dir", "Get-Item":
      return words.count == 2 && words[1].lowercased().hasPrefix("env:")
    case "docker": return words.count > 2 && words[1] == "inspect"
    case "kubectl":
      return words.count > 3 && words[1] == "get" && words[2].hasPrefix("secret")
        && words.contains { $0.hasPrefix("-o") || $0.hasPrefix("--output") }
    case "terraform", "tofu":
      return words.count > 1 && words[1] == "output"
        && words.contains { $0 == "-json" || $0 == "-raw" }
    case "npm":
      return words.count > 2 && words[1] == "config" && (words[2] == "ls" || words[2] == "list")
    case "node":
      return words.contains { $0.contains("process.env") && !$0.contains("process.env.") }
    // A command line's `-c`, and a script's own calls.
    case "python", "python3", "print", "pprint", "pprint.pprint":
      return words.contains {
        $0.contains("os.environ") && !$0.contains("os.environ[") && !$0.contains("os.environ.get")
      }
    default: return false
    }
  }

  /// `set -x` and its like, where the script reads a secret.
  static let tracedCommands = Self(ruleID: "workflow-traces-commands", need: .secretInJob) {
    script in
    script.commands.compactMap { command in
      let words = script.words(command)
      let isTrace =
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
      guard isTrace else { return nil }
      let read = script.secrets(in: command.range.upperBound..<script.text.count)
      // Where a script is a list of commands, those that follow stand elsewhere.
      guard script.trustsNames || !read.isEmpty else { return nil }
      return .init(
        script.range(of: command.range),
        read.isEmpty
          ? "\(script.place) prints every command before it runs, and the job has secrets"
          : "\(script.place) prints every command before it runs, among them what reads \(read.listed)"
      )
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
        case "ansible", "ansible-playbook": options.first { $0.hasPrefix("-vvv") }
        case "docker": options.first { $0 == "--debug" || $0 == "-D" }
        case "npm": options.contains("silly") ? "--loglevel silly" : nil
        default: nil
        }
      guard let found, let name = words.first else { return nil }
      let read = script.secrets(in: command.range)
      guard !read.isEmpty || name != "curl" else { return nil }
      return .init(
        script.range(of: command.range),
        "\(script.place) runs \(name) with \(found), which prints what it sends and holds"
          + (read.isEmpty ? "" : ", \(read.listed) too"))
    }
  }
}

extension Script {
  /// Whether what a command writes into a pipe is printed in the end, by sort, tee, grep and the like.
  func isPrinted(_ command: ScriptCommand) -> Bool {
    guard let index = commands.firstIndex(where: { $0.range == command.range }) else {
      return false
    }
    var next = index + 1
    while next < commands.count {
      let words = words(commands[next])
      guard let name = words.first,
        ["sort", "tee", "cat", "grep", "less", "base64", "head"].contains(name),
        !words.contains("-q"), commands[next].targets.isEmpty
      else { return false }
      if !commands[next].isPiped { return true }
      next += 1
    }
    return false
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
