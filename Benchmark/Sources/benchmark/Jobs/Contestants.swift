/// Makes the calls of each tool, so that all jobs call it in the same way.
struct Contestants {
  var leakagePath: String
  var peers: [Peer: String]
  var workplace: Workplace

  /// `slug` names the job's files.
  func leakage(
    _ arguments: [String], as name: String = "leakage", in folder: String, slug: String
  ) -> Contestant {
    let report = workplace.file(slug + ".leakage.json")
    return Contestant(
      name: name,
      invocation: Invocation(
        program: leakagePath,
        arguments: ["scan"] + arguments + ["--format", "json", "-o", report], folder: folder),
      accepted: [0, 1, 3], report: .leakage(file: report))
  }

  /// It calls nobody: validation and the check for updates are off. Its report holds no secrets.
  func kingfisher(_ arguments: [String], in folder: String, slug: String) -> [Contestant] {
    guard let program = peers[.kingfisher] else { return [] }
    let report = workplace.file(slug + ".kingfisher.json")
    return [
      Contestant(
        name: "kingfisher",
        invocation: Invocation(
          program: program,
          arguments: ["scan"] + arguments + [
            "--no-validate", "--no-update-check", "--redact", "--format", "json", "-o", report,
          ], folder: folder),
        accepted: [0, 200], report: .kingfisher(file: report))
    ]
  }

  /// The two in Python, where they are installed; neither opens archives, nor looks at histories.
  func scripts(in folder: String, slug: String) -> [Contestant] {
    var contestants: [Contestant] = []
    if let program = peers[.detectSecrets] {
      let report = workplace.file(slug + ".detect-secrets.json")
      contestants.append(
        Contestant(
          name: "detect-secrets",
          invocation: Invocation(
            program: program, arguments: ["scan", "--all-files", "--no-verify", "."],
            folder: folder, output: report),
          accepted: [0], report: .detectSecrets(file: report)))
    }
    if let program = peers[.credsweeper] {
      let report = workplace.file(slug + ".credsweeper.json")
      contestants.append(
        Contestant(
          name: "credsweeper",
          invocation: Invocation(
            program: program, arguments: ["--path", ".", "--save-json", report], folder: folder),
          accepted: [0], report: .credsweeper(file: report)))
    }
    return contestants
  }

  /// A fixed list of literals: what reading and searching cost without any judgement. Only the
  /// literals are printed, so that its report holds no secrets.
  func ripgrep(_ arguments: [String], in folder: String, slug: String) -> [Contestant] {
    guard let program = peers[.rg] else { return [] }
    let report = workplace.file(slug + ".rg.txt")
    let options = [
      "--no-config", "--hidden", "--glob", "!.git", "--null", "--with-filename", "--line-number",
      "--only-matching",
    ]
    return [
      Contestant(
        name: "rg",
        invocation: Invocation(
          program: program,
          arguments: options + arguments + ["-e", TokenPrefixes.alternatives, "."],
          folder: folder, output: report),
        accepted: [0, 1], report: .ripgrep(file: report))
    ]
  }

  func git(_ arguments: [String], in folder: String) -> [Contestant] {
    guard let program = peers[.git] else { return [] }
    return [
      Contestant(
        name: "git", invocation: Invocation(program: program, arguments: arguments, folder: folder),
        accepted: [0])
    ]
  }

  /// Unpacking the files of a folder, two at a time, by the tools that packed them: what reading them
  /// costs at least.
  func unpacking(in folder: String) -> [Contestant] {
    guard let shell = Workplace.find("sh"), Workplace.find("bsdtar") != nil,
      Workplace.find("gzip") != nil
    else { return [] }
    let one =
      #"case "$0" in *.zip) bsdtar -xOf "$0";; *.gz) gzip -dc "$0";; *) cat "$0";; esac >/dev/null"#
    return [
      Contestant(
        name: "unpacking",
        invocation: Invocation(
          program: shell,
          arguments: ["-c", "find . -type f -print0 | xargs -0 -n 1 -P 2 sh -c '\(one)'"],
          folder: folder),
        accepted: [0])
    ]
  }
}
