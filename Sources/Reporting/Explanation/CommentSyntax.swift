import Findings

/// How a comment is written at the end of a line, by the name of the file.
enum CommentSyntax {
  /// A comment of this text; `nil` where the file type has none or is not known.
  static func comment(_ text: String, in path: Path) -> String? {
    let name = String(decoding: path.name, as: UTF8.self)
    // The attacker names the files, but a table is asked, not a pattern: only these answer.
    let key = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? name[...]
    for (opening, closing, names) in table where names.contains(key.lowercased()) {
      return opening + text + closing
    }
    // `Dockerfile.build`, `.env.production`.
    let first = name.split(separator: ".").first.map { $0.lowercased() } ?? ""
    return hashPrefixes.contains(first) ? "# " + text : nil
  }

  private static let hashPrefixes: Set<String> = ["dockerfile", "containerfile", "makefile", "env"]

  private static let table: [(String, String, Set<String>)] = [
    (
      "# ", "",
      [
        "yml", "yaml", "sh", "bash", "zsh", "fish", "py", "rb", "pl", "toml", "tf", "tfvars", "hcl",
        "conf", "cfg", "ini", "properties", "env", "ps1", "r", "mk", "cmake", "dockerfile",
        "containerfile", "makefile", "gemfile", "rakefile", "vagrantfile", "npmrc", "gitconfig",
      ]
    ),
    (
      "// ", "",
      [
        "js", "mjs", "cjs", "jsx", "ts", "tsx", "java", "kt", "kts", "groovy", "gradle",
        "jenkinsfile", "c", "h", "cc", "cpp", "hpp", "cs", "go", "rs", "swift", "scala", "php",
        "dart", "jsonc", "json5", "m", "mm",
      ]
    ),
    ("-- ", "", ["sql", "lua", "hs"]),
    ("/* ", " */", ["css", "scss", "less"]),
    ("<!-- ", " -->", ["html", "htm", "xml", "svg", "md", "csproj", "props", "targets", "config"]),
  ]
}
