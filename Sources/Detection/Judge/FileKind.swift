internal import Findings

/// What a document is by its name: the same line means different things in code and in a
/// configuration.
enum FileKind: Sendable, Hashable {
  /// A program: values without quotes are expressions.
  case code
  /// A configuration: values without quotes are literals.
  case configuration
  /// A log of a CI system.
  case log
  /// A list of packages with their digests.
  case lockfile
  /// The texts of a user interface, in one of its languages: `password=Kennwort`.
  case translation
  /// Anything else.
  case other

  /// The kind of a document.
  static func of(_ origin: Origin, isLog: Bool) -> FileKind {
    if isLog { return .log }
    let path = origin.fullPath
    let name = path.name
    if let last = name.last, lockfileEnds >> UInt32(last & 31) & 1 != 0,
      lockfiles.contains(String(decoding: name.lowercased, as: UTF8.self))
    {
      return .lockfile
    }
    if TranslationFile.isOne(path) { return .translation }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return .other }
    let ending = PackedWord(lowercasing: name[(dot + 1)...]).map { endings[$0] } ?? 0
    if ending & Ending.code != 0 { return .code }
    if ending & Ending.lockfile != 0 { return .lockfile }
    if ending & Ending.configuration != 0 || name.first == UInt8(ascii: ".") {
      return .configuration
    }
    return ending & Ending.log != 0 ? .log : .other
  }

  /// What is known of a file by what stands behind the last dot of its name.
  private enum Ending {
    static let code: UInt32 = 1
    static let configuration: UInt32 = 2
    static let lockfile: UInt32 = 4
    static let log: UInt32 = 8
  }

  private static let endings = WordTable([
    (Ending.code, codeEndings), (Ending.configuration, configurationEndings),
    // `promtool.sum` beside `promtool.mod`, `chart.lock`.
    (Ending.lockfile, ["sum", "lock"]), (Ending.log, ["log"]),
  ])
  /// The last letters of the names of ``lockfiles``, a bit for each: most files have another.
  private static let lockfileEnds = lockfiles.reduce(0 as UInt32) { ends, name in
    ends | 1 << UInt32((name.utf8.last ?? 0) & 31)
  }

  private static let lockfiles: Set = [
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "go.sum",
    "cargo.lock", "poetry.lock", "pipfile.lock", "gemfile.lock", "composer.lock", "uv.lock",
    "bun.lock", "deno.lock", "pdm.lock", "pixi.lock", "conda-lock.yml", "gradle.lockfile",
    "pubspec.lock", ".terraform.lock.hcl", "paket.lock", "project.assets.json", "rebar.lock",
    "shard.lock", "stack.yaml.lock", "mix.lock", "flake.lock", "packages.lock.json",
    "package.resolved", "podfile.lock",
  ]
  private static let codeEndings = [
    "c", "h", "cc", "cpp", "cxx", "hpp", "m", "mm", "swift", "go", "rs", "java", "kt", "kts",
    "scala", "groovy", "gradle", "py", "rb", "php", "pl", "pm", "js", "mjs", "cjs", "jsx", "ts",
    "tsx", "vue", "cs", "fs", "vb", "lua", "r", "dart", "ex", "exs", "erl", "clj", "hs", "ml",
    "ps1", "psm1", "jl", "zig", "nim", "sol", "tf", "bzl", "pyi",
    "vim", "el", "lisp", "scm", "rkt", "tcl", "pas", "svelte", "coffee", "mts", "cts", "pyx", "hrl",
    "proto", "graphql", "thrift",
  ]
  private static let configurationEndings = [
    "yml", "yaml", "json", "json5", "toml", "ini", "cfg", "conf", "config", "properties", "env",
    "xml", "tfvars", "plist", "netrc", "npmrc", "pypirc", "cnf", "reg",
  ]
}
