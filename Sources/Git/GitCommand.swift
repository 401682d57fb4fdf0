internal import Findings

/// One call of git, with nothing inherited from the environment, and with everything overruled that
/// the repository's own configuration could use to run a program, reach the network, hide content
/// or stop the reading.
///
/// The repository belongs to an attacker. An explicit `--git-dir` also skips git's check of the
/// owner, so these lists are the protection.
struct GitCommand: Sendable {
  /// Which index git may read.
  enum Index: Sendable {
    /// None: commands about objects must not be stopped, or fooled, by an index.
    case none
    /// The repository's own.
    case own
    /// A file that was checked to lie inside the git directory.
    case file(Path)
  }

  /// The subcommand, for messages.
  let name: String
  /// All arguments, the program's name first.
  let arguments: [[UInt8]]
  /// The whole environment, as `NAME=value`.
  let environment: [[UInt8]]

  /// A call of a plumbing command.
  ///
  /// - Parameters:
  ///   - plumbing: the subcommand and its options.
  ///   - operands: what follows them, as bytes.
  init(
    _ plumbing: [String], operands: [[UInt8]] = [], gitDirectory: Path, workTree: Path?,
    index: Index
  ) {
    name = plumbing.first ?? ""
    // `-C /`: no relative path of the configuration means anything to us.
    var arguments = ["git", "-C", "/", "--no-pager"].map { Array($0.utf8) }
    arguments.append(Array("--git-dir=".utf8) + gitDirectory.bytes)
    // Always given, because it overrules `core.worktree`.
    arguments.append(Array("--work-tree=".utf8) + (workTree?.bytes ?? [UInt8(ascii: "/")]))
    arguments += ["--no-replace-objects", "--no-optional-locks", "--literal-pathspecs"].map {
      Array($0.utf8)
    }
    for (setting, _) in Self.settings { arguments += ["-c", setting].map { Array($0.utf8) } }
    self.arguments = arguments + plumbing.map { Array($0.utf8) } + operands

    var environment = Self.variables.map { Array("\($0.name)=\($0.value)".utf8) }
    switch index {
    case .none: environment.append(Array("GIT_INDEX_FILE=/nonexistent/index".utf8))
    case .own: break
    case .file(let path): environment.append(Array("GIT_INDEX_FILE=".utf8) + path.bytes)
    }
    self.environment = environment
  }

  /// Settings that overrule the repository's, each with the reason.
  static let settings: [(setting: String, reason: String)] = [
    ("core.fsmonitor=false", "a program that every reader of the index runs"),
    ("core.hooksPath=/dev/null", "hooks run on a written index"),
    ("core.pager=cat", "a program"),
    ("core.editor=false", "a program"),
    ("core.askPass=", "a program"),
    ("core.sshCommand=false", "a program"),
    ("core.gitProxy=", "a program"),
    ("core.alternateRefsCommand=", "a program"),
    ("credential.helper=", "an empty value clears the list of programs"),
    ("diff.external=", "a program"),
    ("gpg.program=false", "a program"),
    ("log.showSignature=false", "runs gpg"),
    ("protocol.allow=never", "no network"),
    ("protocol.ext.allow=never", "a remote may be a program"),
    ("protocol.file.allow=never", "runs upload-pack as the remote's settings say"),
    ("gc.auto=0", "runs in the background and writes"),
    ("maintenance.auto=false", "runs in the background and writes"),
    ("submodule.recurse=false", "enters other repositories"),
    ("core.attributesFile=/dev/null", "may name a FIFO"),
    ("core.excludesFile=/dev/null", "hides files, may name a FIFO"),
    ("core.ignoreCase=false", "hides an untracked file behind a tracked one"),
    ("core.untrackedCache=false", "a forged cache in the index hides files"),
    ("core.commitGraph=false", "a forged file hides commits"),
    ("core.multiPackIndex=false", "a forged file hides objects"),
    ("pack.readReverseIndex=false", "a forged file hides objects"),
    ("core.useReplaceRefs=false", "hides objects"),
    ("log.showRoot=true", "without it a root commit has no files"),
    ("core.bigFileThreshold=64m", "1 makes everything binary; a high one fills the memory"),
    ("core.deltaBaseCacheLimit=128m", "a high one fills the memory, a low one takes the speed"),
    ("core.preloadIndex=false", "threads that look at every file"),
    ("index.threads=1", "the configuration may ask for thousands"),
    ("core.warnAmbiguousRefs=false", "time, and words on standard error"),
  ]

  /// The whole environment, each with the reason.
  static let variables: [(name: String, value: String, reason: String)] = [
    ("PATH", GitExecutable.searchPath, "not the caller's"),
    ("HOME", "/nonexistent", "no ~/.gitconfig, no ~ in settings"),
    ("XDG_CONFIG_HOME", "/nonexistent", "no ignore or attributes file from there"),
    ("LC_ALL", "C", "messages in one language"),
    ("GIT_CONFIG_NOSYSTEM", "1", "the same answer on every machine"),
    ("GIT_CONFIG_SYSTEM", "/dev/null", "the same, newer name"),
    ("GIT_CONFIG_GLOBAL", "/dev/null", "the same answer for every user"),
    ("GIT_ATTR_NOSYSTEM", "1", "the same answer on every machine"),
    ("GIT_TERMINAL_PROMPT", "0", "never ask"),
    ("GIT_ASKPASS", "false", "never ask"),
    ("SSH_ASKPASS", "false", "never ask"),
    ("GIT_SSH_COMMAND", "false", "no network"),
    ("GIT_ALLOW_PROTOCOL", "", "no network: an empty list overrules every protocol.*.allow"),
    ("GIT_NO_LAZY_FETCH", "1", "a missing object is missing, not fetched by a program"),
    ("GIT_NO_REPLACE_OBJECTS", "1", "read the real objects"),
    ("GIT_GRAFT_FILE", "/dev/null", "read the real parents"),
    ("GIT_SHALLOW_FILE", "/dev/null", "read the real parents"),
    ("GIT_OPTIONAL_LOCKS", "0", "write nothing"),
    ("GIT_CEILING_DIRECTORIES", "/", "look for no other repository"),
    ("GIT_ADVICE", "0", "fewer words on standard error"),
    ("GIT_FLUSH", "0", "write whole buffers"),
    ("GIT_PAGER", "cat", "a program"),
  ]
}
