/// The command that another one runs in the same environment, or in a container that gets variables.
enum WrappedCommand {
  /// The words of the inner command; nil if the command wraps none.
  static func words(of words: [String]) -> [String]? {
    guard let program = words.first else { return nil }
    let rest = words.dropFirst()
    switch program {
    case "sudo", "doas": return inner(rest, flags: sudoFlags)
    case "nohup", "exec", "command", "time": return rest.isEmpty ? nil : inner(rest, flags: "p")
    case "docker", "podman", "nerdctl": return container(rest)
    case "kubectl", "oc":
      guard rest.first == "exec", let end = rest.firstIndex(of: "--") else { return nil }
      return Array(rest[(end + 1)...])
    default: return nil
    }
  }

  /// Options of sudo that take no value (its manual, "OPTIONS").
  private static let sudoFlags = "ABbEHikKlnNPSsv"
  /// Options of `docker run` and `docker exec` that take no value.
  private static let containerFlags = "ditP"
  private static let longFlags: Set<String> = [
    "--rm", "--detach", "--init", "--interactive", "--tty", "--privileged", "--publish-all",
    "--read-only", "--no-healthcheck", "--oom-kill-disable", "--quiet", "--preserve-env",
    "--login", "--non-interactive", "--set-home", "--stdin", "--background",
  ]

  /// `run IMAGE command` with variables of the job's, and `exec CONTAINER command`.
  private static func container(_ words: ArraySlice<String>) -> [String]? {
    var words = words
    if words.first == "container" || words.first == "compose" { words = words.dropFirst() }
    guard let subcommand = words.popFirst(), subcommand == "run" || subcommand == "exec" else {
      return nil
    }
    let getsVariables = words.contains {
      $0 == "-e" || $0.hasPrefix("-e=") || $0.hasPrefix("--env")
    }
    guard subcommand == "exec" || getsVariables else { return nil }
    return inner(words, flags: containerFlags).map { Array($0.dropFirst()) }
  }

  /// What follows the options.
  private static func inner(_ words: ArraySlice<String>, flags: String) -> [String]? {
    var at = words.startIndex
    while at < words.endIndex, words[at].hasPrefix("-"), words[at].count > 1 {
      let word = words[at]
      if word == "--" {
        at += 1
        break
      }
      let isFlag =
        word.hasPrefix("--")
        ? word.contains("=") || longFlags.contains(word)
        : word.contains("=") || word.dropFirst().allSatisfy(flags.contains)
      at += isFlag ? 1 : 2
    }
    // sudo takes variables before its command, too.
    while at < words.endIndex, flags == sudoFlags, words[at].contains("=") { at += 1 }
    return at < words.endIndex ? Array(words[at...]) : nil
  }
}
