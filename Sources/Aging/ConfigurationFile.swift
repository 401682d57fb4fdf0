internal import Findings

/// Files that configure something: where hardcoded secrets live, and a small part of a history.
enum ConfigurationFile {
  private static let suffixes: Set<String> = [
    "yml", "yaml", "json", "toml", "ini", "cfg", "conf", "config", "env", "properties", "xml", "tf",
    "tfvars", "tfstate", "hcl", "npmrc", "pypirc", "netrc", "sh", "groovy", "gradle", "plist",
  ]
  private static let names: Set<String> = [
    "Jenkinsfile", "Dockerfile", "Makefile", "Procfile", "credentials", "config",
  ]

  /// Whether a path's name is that of a configuration file.
  static func isOne(_ path: Path) -> Bool {
    let name = String(decoding: path.name, as: UTF8.self)
    if names.contains(name) || name.hasPrefix(".env") { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    return suffixes.contains(String(name[name.index(after: dot)...]).lowercased())
  }
}
