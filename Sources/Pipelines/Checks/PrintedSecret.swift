/// Where a command takes a secret: to the log, to other steps, to the table of processes.
extension WorkflowCheck.OfScript {
  static let printedSecret = Self(ruleID: "workflow-prints-secret") { script in
    script.commands.compactMap { command in
      guard !command.isPiped, command.targets.isEmpty, isPrinter(script.words(command))
      else { return nil }
      let read = script.secrets(in: command.range)
      guard !read.isEmpty else { return nil }
      return .init(
        script.range(of: command.range), "\(script.place) prints \(read.listed)",
        "only the whole value, as it was stored, is masked")
    }
  }

  /// A masked value in another form is printed in clear.
  static let encodedSecret = Self(ruleID: "workflow-encodes-secret") { script in
    script.commands.indices.compactMap { index in
      let command = script.commands[index]
      let read = script.secrets(in: command.range)
      guard !read.isEmpty else { return nil }
      if command.isPiped, isPrinter(script.words(command)), index + 1 < script.commands.count {
        let next = script.commands[index + 1]
        let words = script.words(next)
        guard let name = words.first, encoders.contains(name), !next.isPiped, next.targets.isEmpty,
          !words.contains("-d"), !words.contains("--decode")
        else { return nil }
        return .init(
          script.range(of: command.range.lowerBound..<next.range.upperBound),
          "\(script.place) prints \(read.listed) through \(name), which the mask does not know")
      }
      guard isPrinter(script.words(command)), command.targets.isEmpty, !command.isPiped,
        let word = command.words.first(where: { script.cuts($0) })
      else { return nil }
      return .init(
        script.range(of: word),
        "\(script.place) prints a part of \(read.listed), which the mask does not know")
    }
  }

  private static let encoders = [
    "base64", "xxd", "od", "hexdump", "rev", "sed", "tr", "fold", "openssl",
  ]

  private static func isPrinter(_ words: [String]) -> Bool {
    guard let name = words.first else { return false }
    return ["echo", "printf", "Write-Host", "Write-Output", "print"].contains(name)
      && !words.contains { $0.hasPrefix("::add-mask::") || $0.contains("setvariable") }
  }

  /// The table of processes, the shell's history and traces show a command's words.
  static let secretOnCommandLine = Self(ruleID: "workflow-secret-on-command-line") { script in
    script.commands.compactMap { command in
      let words = script.words(command)
      guard let name = words.first, !isPrinter(words), !name.contains("=") else { return nil }
      for (index, word) in command.words.enumerated().dropFirst() {
        guard let option = option(words, index, name) else { continue }
        let read = script.secrets(in: word)
        guard !read.isEmpty else { continue }
        return .init(
          script.range(of: word),
          "\(script.place) gives \(read.listed) to \(name) on its command line (\(option))",
          "give it on standard input, in a file, or in the environment of this one step")
      }
      return nil
    }
  }

  /// The option that makes a word a secret on the command line of a program.
  private static func option(_ words: [String], _ index: Int, _ name: String) -> String? {
    let long = [
      "--password", "--passwd", "--token", "--secret", "--api-key", "--build-arg", "--auth-token",
      "--client-secret", "--pass",
    ]
    let word = words[index]
    let before = words[index - 1]
    if let found = long.first(where: { word.hasPrefix($0 + "=") || before == $0 }) { return found }
    let short = [
      "curl": "-u", "wget": "--password", "docker": "-p", "podman": "-p", "az": "-p",
      "sshpass": "-p", "sqlcmd": "-P", "mongo": "-p", "mysql": "-p", "mysqldump": "-p",
      "helm": "-p", "skopeo": "--creds",
    ]
    if let flag = short[name], before == flag || word.hasPrefix(flag) && word.count > flag.count {
      return flag
    }
    return word.contains("://") && word.contains("@") ? "in a URL" : nil
  }

  static let secretInOutput = Self(ruleID: "workflow-secret-in-output") { script in
    script.commands.compactMap { command in
      let read = script.secrets(in: command.range)
      guard !read.isEmpty else { return nil }
      let files = [
        "GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY", "GITHUB_STATE", "BASH_ENV", "dotenv",
        "build.env",
      ]
      let targets = command.targets.map { String(decoding: script.text[$0], as: UTF8.self) }
      let found = files.first { file in targets.contains { $0.contains(file) } }
      let old = script.words(command).contains {
        $0.contains("::set-output") || $0.contains("::save-state")
      }
      guard let place = found ?? (old ? "set-output" : nil) else { return nil }
      return .init(
        script.range(of: command.range), "\(script.place) writes \(read.listed) to \(place)",
        "every later step reads it there, and outputs of jobs are not masked in what they start")
    }
  }

  /// Source: docs.github.com, "Workflow commands": only what `add-mask` names is masked.
  static let unmaskedFetch = Self(ruleID: "workflow-unmasked-fetch") { script in
    guard script.text.firstOffset(of: "add-mask", from: 0) == nil,
      script.text.firstOffset(of: "issecret=true", from: 0) == nil
    else { return [] }
    return script.commands.compactMap { command in
      let text = Array(script.text[command.range])
      let fetches: [StaticString] = [
        "aws secretsmanager get-secret-value", "aws ssm get-parameter", "vault kv get",
        "vault read",
        "gcloud secrets versions access", "az keyvault secret show", "op read ",
        "doppler secrets get",
        "aws ecr get-login-password",
      ]
      guard command.targets.isEmpty, !command.isPiped,
        let fetch = fetches.first(where: { text.firstOffset(of: $0, from: 0) != nil })
      else { return nil }
      return .init(
        script.range(of: command.range),
        "\(script.place) fetches a secret (\(fetch)) that the runner does not know, so it masks it nowhere"
      )
    }
  }
}

extension Script {
  /// Whether a word takes a part of a variable: `${TOKEN:0:4}`, `${TOKEN%???}`.
  fileprivate func cuts(_ word: Range<Int>) -> Bool {
    var at = word.lowerBound
    while let open = text.firstOffset(of: "${", from: at), open < word.upperBound {
      var end = open + 2
      while end < word.upperBound, text[end].isWord { end += 1 }
      if end < word.upperBound, end > open + 2,
        text[end] == UInt8(ascii: "%") || text[end] == UInt8(ascii: "#")
          || text[end] == UInt8(ascii: ":") && end + 1 < word.upperBound && text[end + 1].isDigit,
        !secrets(in: open..<end).isEmpty
      {
        return true
      }
      at = end
    }
    return false
  }
}
