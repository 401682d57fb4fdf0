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
    let name = Array(origin.fullPath.name).lowercased
    if lockfiles.contains(String(decoding: name, as: UTF8.self)) { return .lockfile }
    if TranslationFile.isOne(origin.fullPath) { return .translation }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return .other }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self)
    if codeEndings.contains(ending) { return .code }
    // `promtool.sum` beside `promtool.mod`, `chart.lock`.
    if ending == "sum" || ending == "lock" { return .lockfile }
    if configurationEndings.contains(ending) || name.first == UInt8(ascii: ".") {
      return .configuration
    }
    return ending == "log" ? .log : .other
  }

  private static let lockfiles: Set = [
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "go.sum",
    "cargo.lock", "poetry.lock", "pipfile.lock", "gemfile.lock", "composer.lock", "uv.lock",
    "bun.lock", "deno.lock", "pdm.lock", "pixi.lock", "conda-lock.yml", "gradle.lockfile",
    "pubspec.lock", ".terraform.lock.hcl", "paket.lock", "project.assets.json", "rebar.lock",
    "shard.lock", "stack.yaml.lock", "mix.lock", "flake.lock", "packages.lock.json",
    "package.resolved", "podfile.lock",
  ]
  private static let codeEndings: Set = [
    "c", "h", "cc", "cpp", "cxx", "hpp", "m", "mm", "swift", "go", "rs", "java", "kt", "kts",
    "scala", "groovy", "gradle", "py", "rb", "php", "pl", "pm", "js", "mjs", "cjs", "jsx", "ts",
    "tsx", "vue", "cs", "fs", "vb", "lua", "r", "dart", "ex", "exs", "erl", "clj", "hs", "ml",
    "ps1", "psm1", "jl", "zig", "nim", "sol", "tf", "bzl", "pyi",
    "vim", "el", "lisp", "scm", "rkt", "tcl", "pas", "svelte", "coffee", "mts", "cts", "pyx", "hrl",
    "proto", "graphql", "thrift",
  ]
  private static let configurationEndings: Set = [
    "yml", "yaml", "json", "json5", "toml", "ini", "cfg", "conf", "config", "properties", "env",
    "xml", "tfvars", "plist", "netrc", "npmrc", "pypirc", "cnf", "reg",
  ]
}
