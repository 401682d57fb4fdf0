internal import Findings

/// Files that configure something: where hardcoded secrets live, and a small part of a history.
enum ConfigurationFile {
  /// What a name may end in, behind a dot.
  private static let suffixes: Set<String> = [
    "yml", "yaml", "json", "toml", "ini", "cfg", "conf", "config", "env", "properties", "xml", "tf",
    "tfvars", "tfstate", "hcl", "npmrc", "pypirc", "netrc", "dockercfg", "pem", "key", "sh",
    "groovy", "gradle", "plist", "dockerfile", "jenkinsfile",
  ]
  /// What a name may begin with, up to its first dot.
  private static let names: Set<String> = [
    "jenkinsfile", "dockerfile", "makefile", "procfile", "credentials", "config",
  ]

  /// Whether a path's name is that of a configuration file.
  static func isOne(_ path: Path) -> Bool {
    let name = String(decoding: path.name, as: UTF8.self).lowercased()
    if name.hasPrefix(".env") || names.contains(String(name.prefix { $0 != "." })) { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    return suffixes.contains(String(name[name.index(after: dot)...]))
  }
}
