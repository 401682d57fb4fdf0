/// Where a command takes a secret: to the log, to other steps, to the table of processes.
extension WorkflowCheck.OfScript {
  static let printedSecret = Self(ruleID: "workflow-prints-secret", need: .secretInScript) {
    script in
    script.commands.compactMap { command in
      guard command.targets.isEmpty, isPrinter(script.words(command), script.language),
        !command.isPiped
          || script.arePrinted[command.index] && encoder(behind: command, script) == nil
      else { return nil }
      let read = script.secrets(of: command)
      guard !read.isEmpty else { return nil }
      return .init(
        script.range(of: command.range), "\(script.place) prints \(read.listed)",
        "only the whole value, as it was stored, is masked")
    }
  }

  /// A masked value in another form is printed in clear.
  static let encodedSecret = Self(ruleID: "workflow-encodes-secret", need: .secretInScript) {
    script in
    script.commands.compactMap { command in
      let words = script.words(command)
      guard isPrinter(words, script.language) else { return nil }
      let read = script.secrets(of: command)
      guard !read.isEmpty else { return nil }
      if command.isPiped {
        guard let next = encoder(behind: command, script) else { return nil }
        return .init(
          script.range(of: command.range.lowerBound..<next.range.upperBound),
          "\(script.place) prints \(read.listed) through \(script.words(next)[0]), which the mask does not know"
        )
      }
      guard command.targets.isEmpty else { return nil }
      if script.language == .python,
        let form = pythonForms.first(where: { form in words.contains { $0.contains(form) } })
      {
        return .init(
          script.range(of: command.range),
          "\(script.place) prints \(read.listed) through \(form.filter { $0.isLetter || $0.isNumber || $0 == "_" }), which the mask does not know"
        )
      }
      guard let word = command.words.first(where: { script.cuts($0) }) else { return nil }
      return .init(
        script.range(of: word),
        "\(script.place) prints a part of \(read.listed), which the mask does not know")
    }
  }

  /// The command that a command's output goes through, if it prints it in another form.
  private static func encoder(behind command: ScriptCommand, _ script: Script) -> ScriptCommand? {
    guard let reader = command.reader, reader < script.commands.count else { return nil }
    let next = script.commands[reader]
    let words = script.words(next)
    guard let name = words.first, encoders.contains(name), !next.isPiped, next.targets.isEmpty,
      !words.contains("-d"), !words.contains("--decode"), !words.contains("-A")
    else { return nil }
    return next
  }

  private static let encoders = [
    "base64", "xxd", "od", "hexdump", "rev", "sed", "tr", "fold", "openssl", "cut",
  ]
  private static let pythonForms = [
    "b64encode(", "hexlify(", ".hex(", "[::-1]", "quote(", "encodebytes(",
  ]

  private static func isPrinter(_ words: [String], _ language: ScriptLanguage) -> Bool {
    guard let name = words.first else { return false }
    // What the runner takes for itself is not printed.
    let taken = [
      "::add-mask", "::set-output", "::save-state", "::set-env", "##vso[task.setvariable",
    ]
    if words.contains(where: { word in taken.contains { word.hasPrefix($0) } }) { return false }
    switch language {
    case .shell, .batch:
      // `jq -n --arg` prints what it is given; other filters print what they read.
      return ["echo", "printf", "cat", "print"].contains(name)
        || name == "jq" && words.contains { $0 == "--arg" || $0 == "--argjson" }
    case .powerShell:
      return ["echo", "write-host", "write-output", "write-information", "write-verbose"]
        .contains(name.lowercased()) || words.count == 1 && name.lowercased().hasPrefix("$env:")
    case .python:
      return PythonCalls.printers.contains(name)
    }
  }

  /// The table of processes, the shell's history and traces show a command's words.
  static let secretOnCommandLine = Self(
    ruleID: "workflow-secret-on-command-line", need: .secretInScript
  ) { script in
    script.commands.compactMap { command in
      let words = script.words(command)
      guard script.language != .python, let first = words.first,
        !isPrinter(words, script.language), !first.contains("=")
      else { return nil }
      let name = KnownProgram.name(first)
      for (index, word) in command.words.enumerated().dropFirst() {
        guard let option = option(words, index, name) else { continue }
        let read = script.secrets(in: [word])
        guard !read.isEmpty else { continue }
        return .init(
          script.range(of: word),
          "\(script.place) gives \(read.listed) to \(name ?? "a program") on its command line "
            + "(\(option))",
          "give it on standard input, in a file, or in the environment of this one step")
      }
      return nil
    }
  }

  private static let long = [
    "--password", "--passwd", "--token", "--secret", "--api-key", "--build-arg", "--auth-token",
    "--client-secret", "--pass",
  ]
  private static let short = [
    "curl": "-u", "wget": "--password", "docker": "-p", "podman": "-p", "az": "-p",
    "sshpass": "-p", "sqlcmd": "-P", "mongo": "-p", "mysql": "-p", "mysqldump": "-p",
    "helm": "-p", "skopeo": "--creds",
  ]

  /// The option that makes a word a secret on the command line of a program.
  private static func option(_ words: [String], _ index: Int, _ name: String?) -> String? {
    let word = words[index]
    let before = words[index - 1]
    if let found = long.first(where: { word.hasPrefix($0 + "=") || before == $0 }) { return found }
    if name == "curl" || name == "wget",
      before == "-H" || before == "--header" || word.hasPrefix("--header=")
    {
      return "a header"
    }
    if name == "docker" || name == "podman", before == "-e" || before == "--env", word.contains("=")
    {
      return before
    }
    if let name, let flag = short[name],
      before == flag || word.hasPrefix(flag) && word.count > flag.count
    {
      return flag
    }
    return word.holds("://") && word.contains("@") ? "in a URL" : nil
  }

  static let secretInOutput = Self(ruleID: "workflow-secret-in-output", need: .secretInScript) {
    script in
    script.commands.compactMap { command in
      let read = script.secrets(of: command)
      guard !read.isEmpty, let place = script.output(of: command) else { return nil }
      return .init(
        script.range(of: command.range), "\(script.place) writes \(read.listed) to \(place)",
        "every later step reads it there, and outputs of jobs are not masked in what they start")
    }
  }

  /// Commands that fetch a secret.
  private static let fetchWords: [StaticString] = [
    "aws secretsmanager get-secret-value", "aws ssm get-parameter", "vault kv get", "vault read",
    "gcloud secrets versions access", "az keyvault secret show", "op read ", "doppler secrets get",
    "aws ecr get-login-password",
  ]

  /// Source: docs.github.com, "Workflow commands": only what `add-mask` names is masked.
  static let unmaskedFetch = Self(ruleID: "workflow-unmasked-fetch", need: .words(fetchWords)) {
    script in
    guard script.text.firstOffset(of: "add-mask", from: 0) == nil,
      script.text.firstOffset(of: "issecret=true", from: 0) == nil
    else { return [] }
    return script.commands.compactMap { command in
      let text = Array(script.text[command.range])
      guard command.targets.isEmpty, !command.isPiped,
        let fetch = fetchWords.first(where: { text.firstOffset(of: $0, from: 0) != nil })
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
    guard !secrets(in: [word]).isEmpty else { return false }
    var at = word.lowerBound
    while let open = text.firstOffset(of: "${", from: at, to: word.upperBound) {
      var end = open + 2
      while end < word.upperBound, text[end].isWord { end += 1 }
      if end < word.upperBound, end > open + 2,
        text[end] == UInt8(ascii: "%") || text[end] == UInt8(ascii: "#")
          || text[end] == UInt8(ascii: ":") && end + 1 < word.upperBound && text[end + 1].isDigit,
        !secrets(in: [open..<end]).isEmpty
      {
        return true
      }
      at = end
    }
    return false
  }
}
