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

  /// A fixed list of literals: what reading and searching cost without any judgement. Only the
  /// literals are printed, so that its report holds no secrets.
  func ripgrep(_ arguments: [String], in folder: String, slug: String) -> [Contestant] {
    guard let program = peers[.rg] else { return [] }
    let report = workplace.file(slug + ".rg.txt")
    let options = [
      "--no-config", "--hidden", "--glob", "!.git", "--null", "--with-filename", "--line-number",
      "--only-matching", "--fixed-strings",
    ]
    return [
      Contestant(
        name: "rg",
        invocation: Invocation(
          program: program,
          arguments: options + arguments + Self.prefixes.flatMap { ["-e", $0] } + ["."],
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

  /// What providers put before their tokens.
  static let prefixes = [
    "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "AKIA", "ASIA", "xoxb-", "xoxp-", "npm_",
    "pypi-", "sk_live_", "SG.", "hvs.",
  ]
}
