/// The language of a script within a pipeline file.
enum ScriptLanguage: Sendable {
  /// bash, sh and their kin; also what is not known.
  case shell
  case powerShell
  /// cmd.exe.
  case batch
  case python

  /// The language that a `shell:` names: `pwsh`, `bash -x {0}`, `C:\…\powershell.exe -NoProfile`.
  ///
  /// Source: docs.github.com, "Workflow syntax", `jobs.<job_id>.steps[*].shell`.
  init?(shell command: ArraySlice<UInt8>) {
    let program = command.prefix { !$0.isWhite }
    let name = program.split { $0 == UInt8(ascii: "/") || $0 == .backslash }.last ?? program
    let core = name.suffix(4).elementsEqual(".exe".utf8) ? name.dropLast(4) : name
    switch true {
    case core.elementsEqual("pwsh".utf8), core.elementsEqual("powershell".utf8): self = .powerShell
    case core.elementsEqual("cmd".utf8): self = .batch
    case core.starts(with: "python".utf8): self = .python
    case core.elementsEqual("bash".utf8), core.elementsEqual("sh".utf8): self = .shell
    default: return nil
    }
  }

  /// The language that a script's key names: Azure's `pwsh:`, AppVeyor's `ps:` and `cmd:`.
  init?(key: ArraySlice<UInt8>) {
    if key.elementsEqual("ps".utf8) { self = .powerShell } else { self.init(shell: key) }
  }

  /// What a script looks like of which nothing else is known.
  init(guessed script: [UInt8]) {
    if script.has("#!", at: 0) {
      let line = script.prefix { $0 != .newline }
      let words = line.dropFirst(2).split { $0.isWhite }
      let program =
        words.first?.suffix(4).elementsEqual("/env".utf8) == true ? words[1...].first : words.first
      self = program.flatMap { ScriptLanguage(shell: $0) } ?? .shell
    } else if script.firstOffset(of: "$env:", from: 0) != nil
      || script.firstOffset(of: "Write-Host", from: 0) != nil
    {
      self = .powerShell
    } else {
      self = .shell
    }
  }

  /// The assignments of a script, in its order. O(length).
  func assignments(in script: [UInt8]) -> [ScriptAssignment] {
    switch self {
    case .shell:
      var reader = ShellReader(script)
      return reader.assignments()
    case .powerShell: return PowerShellReader.assignments(in: script)
    case .batch: return BatchReader.assignments(in: script)
    case .python: return PythonReader.assignments(in: script)
    }
  }

  /// The commands of a script, in its order; of Python its calls. O(length).
  func commands(in script: [UInt8]) -> [ScriptCommand] {
    switch self {
    case .shell: return ShellCommands.all(in: script)
    case .powerShell: return PowerShellCommands.all(in: script)
    case .batch: return BatchCommands.all(in: script)
    case .python: return PythonCalls.all(in: script)
    }
  }
}
